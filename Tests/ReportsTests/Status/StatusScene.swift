import PostgresClient
import PostgresMonitor
import Reports

/// A report as it comes to be: a link, a snapshot, and time that goes by.
struct StatusScene {
    static let server = ServerIdentity(
        version: ServerVersion(number: 140_017), host: "db.example.org", address: "192.0.2.7", port: "2345", database: "1245",
        user: "lectura",
        backendPID: 4711)

    let beginning = ContinuousClock.now
    var snapshot = Snapshot(takenAt: 1_700_000_000.5, roundTrip: .microseconds(34_250), server: server, interval: .seconds(2))
    var report = StatusReport(StatusLink(.connected, words: "connected", server: server, since: 1_700_000_000))

    init() {
        let asOf = snapshot.takenAt
        snapshot[ServerFactsProbe.self] = .value(
            ServerFacts(
                version: "PostgreSQL 14.17 (Debian)", serverVersion: Self.server.version, maximumSessions: 100, isSuperuser: false,
                role: "lectura", database: "1245"), asOf: asOf)
        snapshot[ServerPulseProbe.self] = .value(
            ServerPulse(unitBegan: asOf, serverTime: asOf, startedAt: asOf - 1_000, isInRecovery: false), asOf: asOf)
        snapshot[DatabaseStatisticsProbe.self] = .value(
            DatabaseStatistics(sessions: 12, totals: [.commits: 5_000, .walBytes: 1 << 40], resetAt: 1_600_000_000), asOf: asOf)
        snapshot.allMetrics = [.sessions: 12, .latency: 0.03425, .hitRatio: 0.992]
        snapshot.growth = [.commits: 5_000, .walBytes: 1 << 40]
    }

    func after(seconds: Double) -> ContinuousClock.Instant { beginning + .seconds(seconds) }

    /// The report with the snapshot of the beginning.
    func reported() -> StatusReport {
        var report = report
        report.take(snapshot, at: beginning)
        return report
    }
}

extension JSONValue {
    /// Of an object, in their order.
    var members: [JSONMember] { if case .object(let members) = self { members } else { [] } }
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    /// A member by its path: `sessions.used`.
    subscript(path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { value, name in value?.members.first { $0.name == name }?.value }
    }
}
