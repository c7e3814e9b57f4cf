import Dashboard
import EventLoop
import PostgresCatalog
import PostgresClient
import PostgresMonitor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ServerLink {
    /// Sets the timer for the next refresh, an interval after the last one was sent.
    func scheduleProbe() {
        withdraw(&probing.timer)
        probing.due = nil
        guard connection != nil, probing.task == nil, !probing.isPaused, !isHandingOver else { return }
        let moment = probing.lastSent + probing.engine.interval
        probing.due = moment
        probing.timer = loop.watch(nil, deadline: moment) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { if !$0.awoke() { $0.probe() } }
        }
    }

    /// Refreshes now; where a refresh is under way, as soon as it has ended.
    func probe() {
        guard let connection else { return }
        probing.isOwed = isHandingOver || probing.task != nil
        guard !probing.isOwed else { return }
        withdraw(&probing.timer)
        probing.lastSent = .now
        if case .stale = life.state {} else { probing.silentSince = probing.lastSent }
        probing.traffic = connection.assumeIsolated { $0.traffic }
        awaitUnit(within: UnitLimits.probe.deadline)
        probing.task = Task(executorPreference: executor) { await self.refresh(over: connection) }
    }

    /// Where the next unit of a refresh is not answered in this time, the link is silent: it may fall so between two of them.
    private func awaitUnit(within limit: Duration) {
        handle(.asked)
        let moment = ContinuousClock.now + limit
        probing.due = moment
        probing.patience = loop.watch(nil, deadline: moment) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { if !$0.awoke() { $0.handle(.unanswered) } }
        }
    }

    /// What is due goes out in one flush. The first of a connection asks for the databases as well where somebody browses, so that their
    /// list is there one round trip after the connection.
    private func refresh(over connection: Connection) async {
        // Between the asking for this and its turn somebody may have gone to another server.
        guard self.connection === connection else { return }
        let refresh = probing.engine.refresh(at: probing.lastSent)
        var units = refresh.units
        let databases = DatabasesQuery()
        if !isBrowsed, requests.awaitingDatabases.isEmpty { probing.isFirst = false }
        let databasesUnit = probing.isFirst ? 1 : nil
        if let databasesUnit {
            units.insert(UnitOfWork([databases.statement(on: connection.server.version)], limits: .probe), at: databasesUnit)
        }
        let limits = units.map(\.limits.deadline)
        await connection.ask(units) { [weak self, weak connection] unit, outcome in
            guard let connection else { return }
            self?.assumeIsolated { link in
                guard link.connection === connection else { return }
                let holds = link.takeSignOfLife(outcome)
                guard holds || unit > 0 else { return }
                if holds, unit + 1 < limits.count { link.awaitUnit(within: limits[unit + 1]) }
                if unit == databasesUnit {
                    link.tookDatabases(outcome.answer(to: databases, from: connection.server.version))
                } else {
                    let isLater = databasesUnit.map { unit > $0 } ?? false
                    link.take(outcome, ofUnit: isLater ? unit - 1 : unit, in: refresh, over: connection)
                }
            }
        }
        guard self.connection === connection else { return }
        withdraw(&probing.patience)
        probing.task = nil
        if probing.isOwed { probe() } else { scheduleProbe() }
    }

    private func take(_ outcome: UnitOfWork.Outcome, ofUnit unit: Int, in refresh: Refresh, over connection: Connection) {
        let now = ContinuousClock.now
        let arrival = Arrival(
            moment: now, wallClock: Self.wallClock, bytes: probing.traffic(upTo: connection.assumeIsolated { $0.traffic }),
            usage: probing.usage(at: now))
        if let snapshot = probing.engine.record(outcome, ofUnit: unit, in: refresh, at: arrival) { outbox(.snapshot(snapshot)) }
        if probing.engine.isOwed { probing.isOwed = true }
    }

    /// - Returns: whether the link still holds.
    private func takeSignOfLife(_ outcome: UnitOfWork.Outcome) -> Bool {
        withdraw(&probing.patience)
        switch outcome {
        case .failure(let error) where error.kind == .deadline:
            // The timer has told it, but for a server that let itself be cancelled within the same turn of the loop.
            if case .stale = life.state { return false }
            handle(.unanswered)
            return false
        case .failure(let error) where error.kind == .connectionLost:
            // Told by the connection itself, unless it ended before it was listened to.
            lost(error)
            return false
        case .success, .failure:
            handle(.answered)
            return true
        }
    }

    private static var wallClock: WallClock {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
    }
}

extension UnitOfWork.Outcome {
    /// The answer to the only question of a unit.
    fileprivate func answer<Q: Query>(to query: Q, from server: ServerVersion) -> Result<Q.Answer, PostgresError> {
        do throws(PostgresError) {
            let rows = try self.get()[0].get()
            do throws(DecodingFailure) {
                return .success(try query.decode(rows, from: server))
            } catch {
                throw PostgresError(.protocolViolation, "\(error)", context: "reading the answer to \(Q.self)")
            }
        } catch {
            return .failure(error)
        }
    }
}
