import Dashboard
import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@testable import Worker

@Suite("The worker's sessions on the server")
struct SessionsTests {
    @Test("never more than three, however many databases are walked through while sizes are asked")
    func atMostThree() async throws {
        let scene = try WorkerScene()
        let databases = try (1...4).map { _ in try scene.cluster.createDatabase("many") }
        try await scene.connect()
        var requests: [RequestID] = []
        for _ in 1...2 {
            for database in databases {
                requests.append(scene.ask(.schemas(database: database)))
                requests.append(scene.ask(.databaseSize(OID(1))))
            }
        }
        var most = 0
        for id in requests {
            most = max(most, try scene.sessions)
            _ = try await scene.outcome(of: id).get()
        }
        #expect(most <= 3)
        #expect(try scene.sessions == 3)
        let told = scene.events.compactMap { if case .sessions(let count) = $0 { count } else { nil } }
        #expect(told.first == 1 && told.max() == 3 && told.last == 3)
    }

    @Test("one that nobody has used for a while is closed, the probe's stays")
    func idle() async throws {
        let scene = try WorkerScene(timing: Timing(idle: .milliseconds(300)))
        try await scene.connect()
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        try await scene.eventually("one session") { try scene.sessions == 1 }
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))
    }

    @Test("those for browsing are let go when nobody browses any more, and made again when somebody does")
    func unbrowsed() async throws {
        let scene = try WorkerScene(timing: Timing(leaving: .milliseconds(100)))
        try await scene.connect()
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        scene.worker.send(.browse(false))
        try await scene.eventually("one session") { try scene.sessions == 1 }
        scene.worker.send(.browse(true))
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))
    }

    @Test("the list of databases can be had of a connection that was made while nobody browsed")
    func noList() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.browse(false))
        try await scene.connect()
        _ = try await scene.snapshot()
        #expect(try scene.sessions == 1)
        scene.worker.send(.browse(true))
        guard case .databases(let databases) = try await scene.answer(to: .databases) else { throw Wrong.answer }
        #expect(databases.contains { $0.name == "postgres" })
    }

    @Test("a browsing session that was terminated is made again for the next request")
    func browsingTerminated() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.parameters()))
        let probe = try await scene.ready().backendPID
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        try scene.cluster.runSQL(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '\(scene.role)' AND pid <> \(probe)")
        try await scene.eventually("one session") { try scene.sessions == 1 }
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))
        #expect(try scene.sessions == 2)
    }

    @Test("the probe's is renewed, and the link goes on with the new one")
    func renewal() async throws {
        let scene = try WorkerScene(timing: Timing(renewal: .milliseconds(300)))
        scene.worker.send(.connect(scene.parameters()))
        let first = try await scene.ready()
        // Nothing is told in between.
        guard case .link(.ready(var second)) = try await scene.next("a link", { if case .link = $0 { $0 } else { nil } }) else {
            throw Wrong.answer
        }
        #expect(second.backendPID != first.backendPID)
        second.backendPID = first.backendPID
        #expect(second == first)
        try await scene.eventually("one session") { try scene.sessions == 1 }
        let before = scene.snapshotCount
        scene.worker.send(.retryNow)
        try await scene.eventually("a snapshot") { scene.snapshotCount > before }
    }

    @Test("the probe's is renewed again and again over a slow line, and statuses and answers go on")
    func renewalUnderWay() async throws {
        let scene = try WorkerScene(timing: Timing(renewal: .milliseconds(50)))
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        line.delay(milliseconds: 20)
        scene.worker.send(.refresh(every: .milliseconds(100)))
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await scene.ready()
        var requests: [RequestID] = []
        for _ in 1...80 {
            requests.append(scene.ask(.databases))
            try await Task.sleep(for: .milliseconds(25))
        }
        for id in requests { _ = try await scene.outcome(of: id).get() }
        for _ in 1...3 { _ = try await scene.ready() }
        let before = scene.snapshotCount
        try await scene.eventually("more snapshots") { scene.snapshotCount >= before + 5 }
    }

    @Test("a smart shutdown ends, because the renewal is refused and all sessions are let go")
    func smartShutdown() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let scene = try WorkerScene(on: cluster, timing: Timing(renewal: .seconds(1)))
        try await scene.connect()
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        try cluster.stop(.smart)
        let error = try await scene.waiting()
        #expect(error.sqlState == "57P03")
    }
}
