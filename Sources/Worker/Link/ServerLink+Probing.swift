import Dashboard
import EventLoop
import PostgresCatalog
import PostgresClient
import PostgresMonitor

/// What the link knows of its probes.
struct Probing {
    var interval: Duration = .seconds(2)
    var isPaused = false
    var history = StatusHistory()
    /// When the last probe was sent.
    var lastSent = ContinuousClock.now
    /// When the first of those was sent that have not been answered; means something only while the link is silent.
    var silentSince = ContinuousClock.now
    /// Asked for while a renewal was handing over.
    var isOwed = false
    var task: Task<Void, Never>?
    var timer: WatchID?
    /// Runs while a probe is under way.
    var patience: WatchID?
    /// Until the first probe of a connection has been answered: it carries the list of databases with it.
    var isFirst = true

    mutating func begin() {
        task = nil
        isFirst = true
        isOwed = false
    }
}

extension ServerLink {
    /// Sets the timer for the next probe, an interval after the last one was sent.
    func scheduleProbe() {
        withdraw(&probing.timer)
        guard connection != nil, probing.task == nil, !probing.isPaused, !isHandingOver else { return }
        probing.timer = loop.watch(nil, deadline: probing.lastSent + probing.interval) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { $0.probe() }
        }
    }

    /// Probes now, unless a probe is under way.
    func probe() {
        guard let connection, probing.task == nil else { return }
        probing.isOwed = isHandingOver
        guard !isHandingOver else { return }
        withdraw(&probing.timer)
        probing.lastSent = .now
        if case .stale = life.state {} else { probing.silentSince = probing.lastSent }
        handle(.asked)
        probing.patience = loop.watch(nil, deadline: probing.lastSent + UnitLimits.probe.deadline) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { $0.handle(.unanswered) }
        }
        probing.task = Task(executorPreference: executor) { await self.probe(over: connection) }
    }

    private func probe(over connection: Connection) async {
        let outcome = await sample(over: connection)
        guard self.connection === connection else { return }
        withdraw(&probing.patience)
        probing.task = nil
        take(outcome)
        scheduleProbe()
    }

    /// The first probe asks for the databases as well, so that their list is there one round trip after the connection.
    private func sample(over connection: Connection) async -> Result<Result<ServerSample, PostgresError>, PostgresError> {
        do throws(PostgresError) {
            guard probing.isFirst else {
                return .success(try await connection.ask(ServerStatusProbe(), limits: .probe))
            }
            let (databases, sample) = try await connection.ask(DatabasesQuery(), ServerStatusProbe(), limits: .probe)
            if self.connection === connection { tookDatabases(databases) }
            return .success(sample)
        } catch {
            if self.connection === connection { tookDatabases(.failure(error)) }
            return .failure(error)
        }
    }

    private func take(_ outcome: Result<Result<ServerSample, PostgresError>, PostgresError>) {
        switch outcome {
        case .success(.success(let sample)):
            let now = ContinuousClock.now
            handle(.answered)
            outbox(.status(probing.history.record(sample, roundTrip: now - probing.lastSent, at: now)))
        case .success(.failure(let error)):
            handle(.answered)
            outbox(.statusFailed(error))
        case .failure(let error) where error.kind == .deadline:
            // The timer has told it, but for a server that let itself be cancelled within the same turn of the loop.
            if case .stale = life.state { return }
            handle(.unanswered)
        case .failure(let error) where error.kind == .connectionLost:
            // Told by the connection itself, unless it ended before it was listened to.
            lost(error)
        case .failure(let error):
            handle(.answered)
            outbox(.statusFailed(error))
        }
    }
}
