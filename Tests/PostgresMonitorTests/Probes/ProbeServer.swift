import DemoCluster
import EventLoop
import Foundation
import PostgresClient
import PostgresMonitor
import TestSupport

/// A server for the probes: two-phase commit, logical log, an archiver that always fails, pg_stat_statements where it is installed.
struct ProbeServer: Sendable {
    static let shared = Result<ProbeServer, any Error> { try ProbeServer() }
    /// Removed when the process exits.
    nonisolated(unsafe) private static var toRemove: [ThrowawayCluster] = []

    let cluster: ThrowawayCluster
    let version: ServerVersion
    /// A role without any right, and a member of pg_monitor.
    let stranger: String
    let watcher: String
    /// Whether the server's installation brings pg_stat_statements; the wheel of 13 does not.
    let hasStatements: Bool

    private init() throws {
        let options = TestServer.options { $0.configuration += Self.configuration }
        let library = try ServerPrograms.find(folder: options.programs).folder + "/../lib/pg_stat_statements.so"
        hasStatements = FileManager.default.fileExists(atPath: library)
        var complete = options
        if hasStatements { complete.configuration.append("shared_preload_libraries = 'pg_stat_statements'") }
        cluster = try Self.cluster(complete)
        version = ServerVersion(major: try cluster.majorVersion)
        stranger = try cluster.createRole("stranger", password: "s")
        watcher = try cluster.createRole("watcher", password: "w", attributes: "IN ROLE pg_monitor")
    }

    static let configuration = [
        "max_prepared_transactions = 5", "wal_level = logical", "archive_mode = on", "archive_command = 'false'",
        "synchronous_commit = on",
    ]

    static func cluster(_ options: ClusterOptions) throws -> ThrowawayCluster {
        let cluster = try ThrowawayCluster(options)
        if toRemove.isEmpty { atexit { for cluster in ProbeServer.toRemove { cluster.remove() } } }
        toRemove.append(cluster)
        return cluster
    }

    /// Asks one probe, as the monitor does, in a session of its own.
    func ask<P: Probe>(
        _ probe: P, as user: String = ThrowawayCluster.superuser, database: String = "postgres", after last: Snapshot? = nil
    ) throws -> P.Answer {
        try Self.ask(probe, of: cluster, as: user, database: database, after: last)
    }

    static func ask<P: Probe>(
        _ probe: P, of cluster: ThrowawayCluster, as user: String = ThrowawayCluster.superuser, database: String = "postgres",
        after last: Snapshot? = nil
    ) throws -> P.Answer {
        let parameters = ConnectionParameters([
            "host": cluster.socketDirectory, "port": String(cluster.port), "user": user, "dbname": database,
            "application_name": "pgdeck",
        ])
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let version = connection.server.version
            let statement = probe.statement(in: ProbeContext(version: version, last: last))
            let limits = UnitLimits(statement: P.deadline, lock: P.lockWait, deadline: .seconds(30))
            let rows = try await connection.answers(to: [statement], limits: limits)[0].get()
            let answer = try probe.decode(rows, from: version)
            await connection.close()
            return answer
        }
    }

    /// A snapshot that knows of the extension what the server says.
    func snapshot(database: String) throws -> Snapshot {
        let identity = ServerIdentity(
            version: version, host: cluster.socketDirectory, address: cluster.socketDirectory, port: String(cluster.port),
            database: database, user: ThrowawayCluster.superuser, backendPID: 1)
        var snapshot = Snapshot(takenAt: 0, roundTrip: .zero, server: identity)
        snapshot[StatementsExtensionProbe.self] = .value(try ask(StatementsExtensionProbe(), database: database), asOf: 0)
        return snapshot
    }

    /// Asks again until the answer is as expected, at most ten seconds: statistics and other sessions come a moment later.
    func until<P: Probe>(
        _ probe: P, as user: String = ThrowawayCluster.superuser, database: String = "postgres", _ isSo: (P.Answer) -> Bool
    ) throws -> P.Answer {
        for _ in 0..<200 {
            let answer = try ask(probe, as: user, database: database)
            if isSo(answer) { return answer }
            usleep(50_000)
        }
        return try ask(probe, as: user, database: database)
    }
}

/// A session in the background that runs statements until it is ended; its application_name tells it apart.
struct BackgroundSession {
    let cluster: ThrowawayCluster
    let mark = TestServer.uniqueName("background")

    init(_ sql: String, on cluster: ThrowawayCluster, database: String) {
        self.cluster = cluster
        let script = "SET application_name = '\(mark)'; \(sql)"
        // Ends in an error when it is ended.
        Thread.detachNewThread { _ = try? cluster.runSQL(script, database: database) }
    }

    /// Its process, as soon as there is one.
    var pid: Int32 {
        get throws {
            for _ in 0..<500 {
                let pid = try cluster.runSQL("SELECT pid FROM pg_stat_activity WHERE application_name = '\(mark)'")
                if let pid = Int32(pid) { return pid }
                usleep(20_000)
            }
            throw Missing(mark: mark)
        }
    }

    struct Missing: Error { let mark: String }

    func end() {
        _ = try? cluster.runSQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '\(mark)'")
    }
}
