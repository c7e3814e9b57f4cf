import Dashboard
import EventLoop
import PostgresClient
import PostgresMonitor

extension ServerLink {
    /// Begins an attempt, giving up whatever there is.
    func connect() {
        guard let parameters else { return }
        attempt?.cancel()
        withdraw(&retryTimer)
        leaveConnection()
        failRequests(because: PostgresError(.cancelled, "the silent connection was given up"))
        isPasswordWanted = false
        attemptBegan = .now
        attemptNumber += 1
        attempt = Task(executorPreference: executor) { [attemptNumber] in await self.open(parameters, attemptNumber) }
    }

    private func open(_ parameters: ConnectionParameters, _ number: Int) async {
        do throws(PostgresError) {
            let connection = try await Connection.open(
                parameters, on: loop, attemptDeadline: timing.attempt,
                progress: { [weak self] phase in self?.assumeIsolated { $0.reached(phase, in: number) } }, lookUp: lookUp)
            guard !Task.isCancelled else { return await connection.close() }
            opened(connection)
        } catch {
            if !Task.isCancelled { failed(error) }
        }
    }

    private func reached(_ phase: ConnectionPhase, in number: Int) {
        if number == attemptNumber { handle(.phase(phase)) }
    }

    private func failed(_ error: PostgresError) {
        handle(.failed(error))
        failRequests(because: error)
    }

    /// In one step with the look at whether the attempt still counts.
    func opened(_ connection: Connection) {
        self.connection = connection
        server = connection.server
        sessions.browsing = 0
        tellSessions()
        pool = parameters.map { parameters in
            BrowsingPool(parameters.reaching(connection.server), on: loop, timing) { [weak self] used in
                self?.assumeIsolated { link in
                    link.sessions.browsing = used
                    link.tellSessions()
                }
            }
        }
        probing.begin()
        probing.engine.connected(to: connection.server)
        handle(.opened)
        dispatchHeld()
        probe()
        scheduleRenewal()
        watchForLoss(of: connection)
    }

    private func watchForLoss(of connection: Connection) {
        connection.assumeIsolated { watched in
            watched.onLoss { [weak self, weak watched] error in
                self?.assumeIsolated { if $0.connection === watched { $0.lost(error) } }
            }
        }
    }

    func lost(_ error: PostgresError) {
        let error = afterSleep(error)
        probing.due = nil
        handle(.lost(error))
        letGo(because: error)
        if error.cause == .asleep { handle(.retryNow) }
    }

    /// Closes every connection and ends every wait but the one for the next attempt.
    func letGo(because reason: PostgresError) {
        attempt?.cancel()
        leaveConnection()
        if life.state.trouble == nil { withdraw(&retryTimer) }
        failRequests(because: reason)
    }

    private func leaveConnection() {
        withdraw(&renewalTimer)
        renewal?.cancel()
        isHandingOver = false
        withdraw(&probing.timer)
        withdraw(&probing.patience)
        pool?.close()
        pool = nil
        connection?.assumeIsolated { $0.close() }
        connection = nil
    }

    func withdraw(_ timer: inout WatchID?) {
        if let id = timer { loop.withdraw(id) }
        timer = nil
    }

    @discardableResult
    func retry(_ event: ConnectionLifeCycle.Event, at moment: ContinuousClock.Instant) -> ContinuousClock.Instant {
        withdraw(&retryTimer)
        retryTimer = loop.watch(nil, deadline: moment) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { $0.handle(event) }
        }
        return moment
    }
}

// MARK: Renewal of the probe connection

extension ServerLink {
    private func scheduleRenewal() {
        withdraw(&renewalTimer)
        renewalTimer = loop.watch(nil, deadline: .now + timing.renewal) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { link in
                link.renewal = Task(executorPreference: link.executor) { await link.renew() }
            }
        }
    }

    /// New before old. A server that is shutting down refuses the new one with 57P03: then all are let go, for it waits for them.
    private func renew() async {
        guard let old = connection, let pool, let parameters, await pool.takePermit() else { return }
        defer { pool.returnPermit() }
        do throws(PostgresError) {
            let fresh = try await Connection.open(parameters.reaching(old.server), on: loop, attemptDeadline: timing.attempt)
            guard !Task.isCancelled, connection === old else { return await fresh.close() }
            // What is under way on the old one shall end there.
            isHandingOver = true
            while !Task.isCancelled, let task = probing.task ?? requests.direct.values.first { await task.value }
            guard !Task.isCancelled, connection === old else { return await fresh.close() }
            handOver(to: fresh)
            watchForLoss(of: fresh)
        } catch {
            guard !Task.isCancelled, connection === old else { return }
            if error.sqlState == "57P03" { return lost(error) }
            // Full, or slow: the old one still answers.
        }
        scheduleRenewal()
    }

    private func handOver(to fresh: Connection) {
        connection?.assumeIsolated { $0.close() }
        connection = fresh
        server = fresh.server
        probing.engine.renewed(fresh.server)
        isHandingOver = false
        publish()
        dispatchHeld()
        if probing.isOwed { probe() } else { scheduleProbe() }
    }
}

extension ConnectionParameters {
    /// The same way in, to the very server that was reached: with several hosts another session could end up elsewhere.
    fileprivate func reaching(_ server: ServerIdentity) -> ConnectionParameters {
        var pinned = self
        pinned["host"] = server.host
        pinned["port"] = server.port
        pinned["hostaddr"] = server.address.hasPrefix("/") || server.address.hasPrefix("@") ? nil : server.address
        pinned["dbname"] = server.database
        return pinned
    }
}
