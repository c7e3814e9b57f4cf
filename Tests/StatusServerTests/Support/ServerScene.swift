import PostgresClient
import PostgresMonitor
import Reports
import StatusServer
import TestSupport

/// A status server on a free port, with a report as it is told; without a database.
final class ServerScene {
    static let identity = ServerIdentity(
        version: ServerVersion(number: 150_018), host: "db.example.org", address: "192.0.2.7", port: "5432", database: "shop",
        user: "lectura", backendPID: 4711)

    let board: StatusBoard
    let server: StatusServer
    var port: Int { server.address.port }

    /// - Parameter limits: short ones, where a test waits for their end.
    init(token: String? = nil, limits: ServerLimits = ServerLimits()) throws {
        board = StatusBoard(Self.connected)
        server = try StatusServer(
            on: ListenAddress("127.0.0.1:0")!, token: token.flatMap { BearerToken($0) }, board: board, version: "0.0.0", limits: limits)
    }

    deinit { server.stop() }

    static var connected: StatusReport {
        var report = StatusReport(StatusLink(.connected, words: "connected", server: identity, since: 1_000_000))
        var snapshot = Snapshot(takenAt: 1_000_000, roundTrip: .milliseconds(3), server: identity, interval: .seconds(60))
        snapshot[ServerFactsProbe.self] = .value(
            ServerFacts(
                version: "PostgreSQL 15.18 on a test", serverVersion: identity.version, maximumSessions: 100, isSuperuser: false,
                role: "lectura", database: "shop"),
            asOf: 1_000_000)
        report.take(snapshot, at: .now)
        return report
    }

    static func lost(_ error: PostgresError) -> StatusReport {
        var report = connected
        report.link = StatusLink(.waiting, words: "connection lost", error: error, since: 1_000_000)
        return report
    }

    /// The scene lives as long as its clients.
    func client() throws -> RawClient {
        let client = try RawClient(port: port)
        client.companion = self
        return client
    }

    /// One request on a connection of its own.
    func get(_ path: String, headers: [String] = []) throws -> RawClient.Response {
        let client = try client()
        client.get(path, headers: headers)
        return try client.response()
    }
}
