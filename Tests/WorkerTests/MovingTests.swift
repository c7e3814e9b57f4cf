import Dashboard
import DemoCluster
import PostgresClient
import TestSupport
import Testing

@testable import Worker

@Suite("The worker's way to another login or server")
struct MovingTests {
    private func stayed(_ scene: WorkerScene) async throws -> PostgresError {
        try await scene.next("a refusal") { if case .stayed(_, let error) = $0 { error } else { nil } }
    }

    private func linkEvents(_ scene: WorkerScene) -> Int {
        scene.events.count { if case .link = $0 { true } else { false } }
    }

    @Test("a refused login, a missing database and a closed port are told, and the session at hand goes on as if nothing had been asked")
    func refused() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.parameters()))
        let server = try await scene.ready()
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        let before = linkEvents(scene)
        scene.worker.send(.move(scene.tcpParameters(password: "wrong")))
        #expect(try await stayed(scene).sqlState == "28P01")
        scene.worker.send(.move(scene.parameters(database: "nowhere")))
        #expect(try await stayed(scene).sqlState == "3D000")
        scene.worker.send(.move(scene.tcpParameters(port: try freeLoopbackPort(), password: "seen")))
        #expect(try await stayed(scene).kind == .unreachable)
        // Still the very session, and nothing was told of a link.
        #expect(linkEvents(scene) == before)
        let alive = try scene.cluster.runSQL("SELECT count(*) FROM pg_stat_activity WHERE pid = \(server.backendPID)")
        #expect(alive == "1")
        _ = try await scene.answer(to: .databases)
        #expect(try scene.sessions == 2)
    }

    @Test("the session that a move proves counts among those in use, until it is there or given up")
    func counted() async throws {
        let scene = try WorkerScene(timing: Timing(attempt: .milliseconds(300)))
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        line.set(.freeze)
        try await scene.connect()
        scene.worker.send(.move(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await stayed(scene)
        #expect(scene.sessionsTold == [1, 2, 1])
        scene.worker.send(.move(scene.parameters(database: "template1")))
        _ = try await scene.ready()
        #expect(scene.sessionsTold == [1, 2, 1, 2, 1])
    }

    @Test("a host that never answers leaves the session at hand, until it is given up or its time has passed")
    func silent() async throws {
        let scene = try WorkerScene(timing: Timing(attempt: .milliseconds(300)))
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        try await scene.connect()
        line.set(.freeze)
        scene.worker.send(.move(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        #expect(try await stayed(scene).kind == .unreachable)
        _ = try await scene.answer(to: .databases)
        // One given up is not told of.
        scene.worker.send(.move(scene.tcpParameters(port: line.port, password: "seen")))
        scene.worker.send(.stay)
        scene.worker.send(.move(scene.parameters(database: "nowhere")))
        #expect(try await stayed(scene).sqlState == "3D000")
        #expect(scene.events.count { if case .stayed = $0 { true } else { false } } == 2)
    }

    @Test("once the new session is there it takes the place of all old ones, and a later loss leads back to it")
    func moved() async throws {
        let scene = try WorkerScene()
        try await scene.connect()
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        scene.worker.send(.move(scene.parameters(database: "template1")))
        let parameters = try await scene.next("the move") { if case .moved(let parameters) = $0 { parameters } else { nil } }
        #expect(parameters.database == "template1")
        let server = try await scene.ready()
        #expect(server.database == "template1")
        _ = try await scene.snapshot()
        try await scene.eventually("one session") { try scene.sessions == 1 }
        try scene.terminate(server.backendPID)
        _ = try await scene.waiting()
        #expect(try await scene.ready().database == "template1")
    }

    @Test("a move that succeeds while the session at hand is lost ends its waiting") func movedWhileWaiting() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.tcpParameters(port: try freeLoopbackPort(), password: nil)))
        _ = try await scene.waiting()
        scene.worker.send(.move(scene.parameters()))
        #expect(try await scene.ready().database == "postgres")
        let before = linkEvents(scene)
        try await Task.sleep(for: .milliseconds(1500))
        #expect(linkEvents(scene) == before)
    }
}

extension WorkerScene {
    fileprivate var sessionsTold: [Int] { events.compactMap { if case .sessions(let count) = $0 { count } else { nil } } }
}
