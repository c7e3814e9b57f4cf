import Dashboard
import DemoCluster
import Foundation
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@testable import Worker

/// What a server, or who rules it, does to a link.
@Suite("A server that turns away is told in words of its own, and lets in again")
struct RefusingServerTests {
    private static let quick = Timing(firstPause: .milliseconds(20))

    /// A worker on a server of its own, or on the shared one.
    private func connected(
        on cluster: ThrowawayCluster? = nil, _ timing: Timing = quick, database: String = "postgres"
    ) async throws -> (scene: WorkerScene, session: Int32) {
        let scene = try WorkerScene(on: cluster, timing: timing)
        scene.worker.send(.connect(scene.parameters(database: database)))
        let session = try await scene.ready().backendPID
        _ = try await scene.snapshot()
        return (scene, session)
    }

    @Test("crashed, and in recovery")
    func crash() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let (scene, _) = try await connected(on: cluster)
        // The role of this test shall outlive it.
        try cluster.runSQL("CHECKPOINT")
        // The crash of one session ends all.
        let other = try OpenSession(on: cluster, database: "postgres")
        try other.run("SET application_name = 'victim';")
        let victim = try cluster.runSQL("SELECT pid FROM pg_stat_activity WHERE application_name = 'victim'")
        kill(try #require(Int32(victim)), SIGKILL)
        #expect(try await scene.words() == "server crashed")
        _ = try await scene.ready()
        _ = try await scene.snapshot()
    }

    @Test("shutting down, stopped, and started again")
    func restart() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let (scene, _) = try await connected(on: cluster)
        // Keeps the server from coming to its end.
        let held = try OpenSession(on: cluster, database: "postgres")
        try held.run("SELECT 1;")
        cluster.signalPostmaster(SIGTERM)
        try await scene.eventually("the shutdown") { cluster.serverLog.contains("smart shutdown") }
        kill(try #require(scene.backend), SIGTERM)
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "server shutting down")
        try cluster.stop(.fast)
        while try await scene.words() == "server shutting down" {}
        #expect(scene.lastWords == "connection refused")
        try cluster.start()
        _ = try await scene.ready()
        withExtendedLifetime(held) {}
    }

    @Test("full; a move says that it needs a place of its own")
    func full() async throws {
        let cluster = try ThrowawayCluster(
            TestServer.options { $0.configuration += ["max_connections = 6", "superuser_reserved_connections = 2", "max_wal_senders = 0"] })
        defer { cluster.remove() }
        let (scene, session) = try await connected(on: cluster)
        let others = try (1...4).map { _ in
            let other = try OpenSession(on: cluster, database: "postgres")
            try other.run("SELECT 1;")
            return other
        }
        scene.worker.send(.move(scene.parameters(database: "template1")))
        let stayed = try await scene.next("a refusal") { if case .stayed(_, let error) = $0 { error } else { nil } }
        #expect(stayed.sqlState == "53300")
        kill(session, SIGTERM)
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "server is full")
        try others[0].run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid();")
        _ = try await scene.ready()
    }

    @Test("no session left for a role")
    func limited() async throws {
        let (scene, session) = try await connected()
        try scene.cluster.runSQL("ALTER ROLE \"\(scene.role)\" CONNECTION LIMIT 0")
        try scene.terminate(session)
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "no session left for this role")
        try scene.cluster.runSQL("ALTER ROLE \"\(scene.role)\" CONNECTION LIMIT -1")
        _ = try await scene.ready()
    }

    @Test("a database that is dropped, and made again")
    func dropped() async throws {
        let database = try TestServer.shared().createDatabase("shortlived")
        let (scene, _) = try await connected(database: database)
        try scene.cluster.runSQL("DROP DATABASE \"\(database)\" WITH (FORCE)")
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "no such database")
        try scene.cluster.runSQL("CREATE DATABASE \"\(database)\"")
        #expect(try await scene.ready().database == database)
        try scene.cluster.runSQL("UPDATE pg_database SET datallowconn = false WHERE datname = '\(database)'")
        try scene.terminate(try #require(scene.backend))
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "database is closed")
        try scene.cluster.runSQL("UPDATE pg_database SET datallowconn = true WHERE datname = '\(database)'")
        _ = try await scene.ready()
    }

    @Test("rights that are revoked, and granted again")
    func revoked() async throws {
        let database = try TestServer.shared().createDatabase("guarded")
        let (scene, session) = try await connected(database: database)
        try scene.cluster.runSQL("REVOKE CONNECT ON DATABASE \"\(database)\" FROM PUBLIC")
        try scene.terminate(session)
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "no CONNECT")
        try scene.cluster.runSQL("GRANT CONNECT ON DATABASE \"\(database)\" TO PUBLIC; ALTER ROLE \"\(scene.role)\" NOLOGIN")
        while try await scene.words() == "no CONNECT" {}
        #expect(scene.lastWords == "login refused")
        try scene.cluster.runSQL("ALTER ROLE \"\(scene.role)\" LOGIN")
        _ = try await scene.ready()
    }

    @Test("a password that is changed is tried once and no more, until it is put right here or there")
    func password() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let scene = try WorkerScene(on: cluster, timing: Timing(firstPause: .milliseconds(20), refusal: .seconds(2)))
        scene.worker.send(.connect(scene.tcpParameters(password: "seen")))
        _ = try await scene.ready()
        _ = try await scene.snapshot()
        func change(to password: String) throws { try cluster.runSQL("ALTER ROLE \"\(scene.role)\" PASSWORD '\(password)'") }
        var refusals: Int { cluster.serverLog.split(separator: "\n").count { $0.contains("password authentication failed") } }

        // The session at hand goes on; a question that needs another one is refused, the next ones without asking the server.
        try change(to: "another")
        for _ in 1...3 {
            let refused = try await scene.outcome(of: scene.ask(.schemas(database: "postgres")))
            #expect(#expect(throws: PostgresError.self) { try refused.get() }?.sqlState == "28P01")
        }
        #expect(refusals == 1)
        _ = try await scene.answer(to: .databases)

        try scene.terminate(try #require(scene.backend))
        let error = try await scene.passwordNeeded()
        #expect(linkWords(.passwordNeeded(error)) == "password refused")
        let told = refusals
        #expect(told == 2)
        scene.worker.send(.password(Secret("another")))
        _ = try await scene.ready()
        #expect(refusals == told)
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))

        // Given back where nobody types anything.
        try change(to: "seen")
        try scene.terminate(try #require(scene.backend))
        _ = try await scene.passwordNeeded()
        try change(to: "another")
        _ = try await scene.ready()
        #expect(refusals == told + 1)
    }

    @Test("a certificate that expired, and one that is renewed")
    func certificate() async throws {
        let server = try SecuredServer()
        defer { server.cluster.remove() }
        let scene = try WorkerScene(on: server.cluster, timing: Self.quick)
        var parameters = scene.tcpParameters(password: "seen")
        for (keyword, value) in [
            "host": "localhost", "hostaddr": "127.0.0.1", "sslmode": "verify-full", "sslrootcert": server.everyRoot,
            "sslcert": "/nonexistent", "sslkey": "/nonexistent",
        ] { parameters[keyword] = value }
        scene.worker.send(.connect(parameters))
        #expect(try await scene.ready().tls != nil)
        try server.useExpiredCertificate()
        // The session that stands goes on.
        _ = try await scene.answer(to: .databases)
        try scene.terminate(try #require(scene.backend))
        let error = try await scene.next("a refusal of ours") { event -> PostgresError? in
            if case .link(.waiting(let error, _)) = event, error.kind == .tls { error } else { nil }
        }
        #expect(linkWords(.waiting(error, until: .now)) == "certificate expired")
        #expect(error.message.contains("expired on 2021-01-01"))
        try server.useFirstCertificate()
        _ = try await scene.ready()
    }
}

extension WorkerScene {
    /// The session of the probes, as it was told last.
    fileprivate var backend: Int32? {
        events.reversed().lazy.compactMap { if case .link(.ready(let server)) = $0 { server.backendPID } else { nil } }.first
    }

    /// What was told of a link that waits last.
    fileprivate var lastWords: String? {
        events.reversed().lazy.compactMap { event -> String? in
            if case .link(let link) = event, case .waiting = link { linkWords(link) } else { nil }
        }.first
    }
}
