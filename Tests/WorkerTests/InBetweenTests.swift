import Dashboard
import DemoCluster
import PostgresCatalog
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@testable import Worker

@Suite("A server that is no plain primary, or not reached directly")
struct InBetweenTests {
    /// What went wrong in the parts of a snapshot.
    private func troubles(of snapshot: Snapshot) -> [String] {
        ProbeRegistry.all.compactMap { probe in trouble(of: probe, in: snapshot) }
    }

    private func trouble<P: Probe>(of probe: P.Type, in snapshot: Snapshot) -> String? {
        switch snapshot[P.self] {
        case .value, .notSupported: nil
        default: "\(P.name): \(snapshot[P.self])"
        }
    }

    private func complete(_ scene: WorkerScene) async throws -> Snapshot {
        scene.worker.send(.watch(Set(Topic.allCases)))
        return try await scene.next("a snapshot of everything") { event -> Snapshot? in
            guard case .snapshot(let snapshot) = event, snapshot.isComplete, snapshot.topics == Set(Topic.allCases) else { return nil }
            return snapshot
        }
    }

    @Test("a transaction pooler: all probes and all that is browsed are answered, and no setting stays behind in what others get")
    func pooler() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let scene = try WorkerScene(on: cluster)
        try cluster.runSQL("GRANT pg_monitor TO \"\(scene.role)\"; CREATE TABLE t (a int PRIMARY KEY)")
        let pooler = try TransactionPooler(before: cluster)
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.tcpParameters(port: pooler.port, password: nil)))
        let server = try await scene.ready()
        let snapshot = try await complete(scene)
        #expect(troubles(of: snapshot) == [])
        #expect(snapshot.facts.value?.role == scene.role)
        #expect(try await scene.schemas(of: "postgres").contains("public"))
        let oid = try scene.oid(of: "t", in: "postgres")
        let both = scene.ask([
            .description(database: "postgres", relation: oid), .definitions(database: "postgres", relation: oid),
        ])
        for id in both { _ = try await scene.outcome(of: id).get() }
        for _ in 1...3 { #expect(try await scene.snapshot().rates.transactions != nil) }

        let settings = """
            SELECT current_setting('statement_timeout'), current_setting('lock_timeout'),
                   current_setting('idle_in_transaction_session_timeout'), current_setting('default_transaction_read_only')
            """
        let others = ConnectionParameters([
            "host": "127.0.0.1", "port": "\(pooler.port)", "user": scene.role, "dbname": "postgres", "sslmode": "disable",
        ])
        #expect(try plainAnswer(to: settings, over: others, of: cluster) == "0|0|0|off\n")

        // The pooler drops the client when its server goes; both come back.
        try scene.cluster.runSQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '\(scene.role)'")
        let before = scene.snapshotCount
        try await scene.eventually("more snapshots") { scene.snapshotCount > before + 3 }
        #expect(server.database == "postgres")
        withExtendedLifetime(pooler) {}
    }

    private func plainAnswer(to sql: String, over way: ConnectionParameters, of cluster: ThrowawayCluster) throws -> String {
        let outcome = try ChildProcess.run(
            cluster.programs.path("psql"),
            ["-X", "-w", "-At", "-h", way.host ?? "", "-p", way.port ?? "", "-U", way.user ?? "", "-d", "postgres", "-c", sql],
            environment: ChildProcess.inheritedEnvironment(), deadline: 30)
        return outcome.output
    }

    @Test("a standby: all probes and all that is browsed are answered, and a promotion begins a new series")
    func standby() async throws {
        let primary = try ThrowawayCluster(TestServer.options { $0.configuration.append("synchronous_commit = on") })
        defer { primary.remove() }
        try primary.runSQL("CREATE ROLE watcher LOGIN IN ROLE pg_monitor")
        let standby = try Standing.by(primary)
        defer { standby.remove() }
        let scene = try WorkerScene(on: standby, role: "watcher")
        scene.worker.send(.refresh(every: .milliseconds(200)))
        try await scene.connect()
        let snapshot = try await complete(scene)
        #expect(troubles(of: snapshot) == [])
        #expect(snapshot.pulse.value?.isInRecovery == true)
        #expect(snapshot.recovery.value??.replayLag != nil)
        #expect(try await scene.schemas(of: "postgres").contains("public"))
        let series = try await scene.snapshot().series
        try standby.runSQL("SELECT pg_promote()")
        let promoted = try await scene.next("a primary") { event -> Snapshot? in
            if case .snapshot(let snapshot) = event, snapshot.pulse.value?.isInRecovery == false { snapshot } else { nil }
        }
        #expect(promoted.series > series)
        #expect(promoted.rates.transactions == nil)
    }
}
