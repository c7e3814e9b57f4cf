import PostgresClient

@testable import PostgresMonitor

/// An engine and a server that answers as it is told: a dialogue without a socket or a clock.
final class EngineScene {
    static let server = ServerIdentity(
        version: ServerVersion(number: 150_018), host: "db.example.org", address: "192.0.2.7", port: "5432", database: "shop",
        user: "lectura", backendPID: 4711)

    var engine: SnapshotEngine
    private let beginning = ContinuousClock.now
    /// Seconds since the beginning.
    private(set) var time = 0.0

    // What the server answers with.
    var startedAt = 10.0
    var isInRecovery = false
    var statistics = DatabaseStatistics(sessions: 1, totals: [:], resetAt: 5)
    /// Errors in place of answers.
    var errors: [ProbeName: PostgresError] = [:]

    init(probes: [any Probe.Type] = ProbeRegistry.all) {
        engine = SnapshotEngine(probes: probes)
        engine.connected(to: Self.server)
    }

    var now: ContinuousClock.Instant { beginning + .seconds(time) }

    func watch(_ topics: Set<Topic>, background: Set<Topic> = []) -> Bool { engine.watch(topics, background: background) }

    func wait(_ seconds: Double) { time += seconds }

    /// Asks what is due and answers all of it; returns the last snapshot.
    @discardableResult
    func refresh(after seconds: Double = 2, roundTrip: Double = 0, bytes: Cost.Traffic? = nil) -> Snapshot? {
        wait(seconds)
        let refresh = engine.refresh(at: now)
        wait(roundTrip)
        return refresh.units.indices.map { record(unit: $0, of: refresh, bytes: bytes) }.last ?? nil
    }

    func record(unit: Int, of refresh: Refresh, bytes: Cost.Traffic? = nil) -> Snapshot? {
        var answers = refresh.probes[unit].map(answer)
        if answers.count < refresh.units[unit].statements.count { answers.append(.success(RowSet(columns: ["t"], cells: ["{1,1.5}"]))) }
        return engine.record(.success(answers), ofUnit: unit, in: refresh, at: arrival(bytes: bytes))
    }

    func record(_ outcome: UnitOfWork.Outcome, ofUnit unit: Int, of refresh: Refresh) -> Snapshot? {
        engine.record(outcome, ofUnit: unit, in: refresh, at: arrival())
    }

    private func arrival(bytes: Cost.Traffic? = nil) -> Arrival {
        Arrival(
            moment: now, wallClock: 1_000_000 + time, bytes: bytes,
            usage: ProcessUsage(processorTime: 1 + time / 100, residentMemory: 7_000_000))
    }

    func answer(_ probe: any Probe.Type) -> Result<RowSet, PostgresError> {
        if let error = errors[probe.name] { return .failure(error) }
        switch probe.name {
        case ServerPulseProbe.name:
            return .success(
                RowSet(columns: ["t", "r"], cells: ["{\(100 + time),\(100.25 + time),\(startedAt)}", isInRecovery ? "t" : "f"]))
        case ServerFactsProbe.name:
            return .success(
                RowSet(
                    columns: ["v", "n", "m", "s", "u", "r", "d", "c", "b"],
                    cells: ["PostgreSQL 15.18", "150018", "100", "3", "off", "lectura", "shop", "", "8192"]))
        case DatabaseStatisticsProbe.name:
            let sums = [statistics.sessions.description] + DatabaseStatisticsProbe.counters.map { (statistics.totals[$0] ?? 0).description }
            return .success(
                RowSet(columns: ["a", "r"], cells: ["{\(sums.joined(separator: ","))}", statistics.resetAt.map { "\($0)" }]))
        default: return .success(RowSet(columns: ["n"], cells: ["\(Int(time))"]))
        }
    }
}

/// A probe of another topic that counts seconds.
struct SecondsProbe: Probe {
    static let name: ProbeName = "seconds"
    static let topics: Set<Topic> = [.overview]
    static let right = Right.role("pg_monitor")

    func statement(on server: ServerVersion) -> Statement { Statement("SELECT 1 n") }
    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Int { try rows.only("n").value("n") }
    static func counters(in answer: Int) -> Counters { Counters([.walBytes: Int64(answer) * 10]) }
    static func gauges(in answer: Int) -> [Metric: Double] { [.databaseSize: Double(answer)] }
}

/// A probe that is asked once in ten minutes, and takes its time.
struct RareProbe: Probe {
    static let name: ProbeName = "rare"
    static let topics: Set<Topic> = [.overview, .tables]
    static let right = Right.role("pg_monitor")
    static let interval = ProbeInterval.every(.seconds(600))
    static let deadline = Duration.seconds(2)

    func statement(on server: ServerVersion) -> Statement { Statement("SELECT 1 n") }
    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Int { try rows.only("n").value("n") }
}

/// A probe of a later server.
struct LaterProbe: Probe {
    static let name: ProbeName = "later"
    static let topics: Set<Topic> = [.overview]
    static let right = Right.role("pg_monitor")
    static let firstMajor = 16

    func statement(on server: ServerVersion) -> Statement { Statement("SELECT 1 n") }
    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Int { try rows.only("n").value("n") }
}
