import Dashboard
import DemoCluster
import Foundation
import PostgresClient
import PostgresMonitor
import Synchronization
import TestSupport
import Testing

@testable import Worker

/// What the network does to a link.
@Suite("A link that the network breaks is told in words of its own, and comes back by itself")
struct BreakingLinkTests {
    private static let quick = Timing(firstPause: .milliseconds(100), attempt: .milliseconds(500))

    private func connected(_ timing: Timing = quick) async throws -> (scene: WorkerScene, line: BadLink) {
        let scene = try WorkerScene(timing: timing)
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await scene.ready()
        _ = try await scene.snapshot()
        return (scene, line)
    }

    @Test("refused")
    func refused() async throws {
        let (scene, line) = try await connected()
        defer { line.stop() }
        line.set(.refuse)
        line.reset()
        #expect(try await scene.words() == "connection reset")
        #expect(try await scene.words() == "connection refused")
        line.set(.pass)
        _ = try await scene.ready()
        _ = try await scene.snapshot()
    }

    @Test("closed without a word")
    func closed() async throws {
        let (scene, line) = try await connected()
        defer { line.stop() }
        line.close()
        #expect(try await scene.words() == "connection closed")
        _ = try await scene.ready()
    }

    @Test("dead on one side only: no answer, given up, and a new one is made")
    func halfOpen() async throws {
        let (scene, line) = try await connected()
        defer { line.stop() }
        line.abandon()
        let silent = try await scene.next("silence") { event -> String? in
            if case .link(let link) = event, case .silent = link { linkWords(link) } else { nil }
        }
        #expect(silent == "no answer")
        #expect(try await scene.words() == "no answer, given up")
        _ = try await scene.ready()
        _ = try await scene.snapshot()
    }

    @Test("swallowed: a host that does not answer")
    func blackhole() async throws {
        let (scene, line) = try await connected()
        defer { line.stop() }
        line.set(.blackhole)
        line.reset()
        #expect(try await scene.words() == "connection reset")
        #expect(try await scene.words() == "host does not answer")
        line.set(.pass)
        _ = try await scene.ready()
    }

    @Test("a name that is gone, and a resolver that is")
    func names() async throws {
        let answer = Mutex<Result<[String], PostgresError>>(.success(["127.0.0.1"]))
        let scene = try WorkerScene(timing: Self.quick, lookUp: { _ in answer.withLock(\.self) })
        var parameters = scene.tcpParameters(password: "seen")
        parameters["host"] = "db.example.org"
        scene.worker.send(.connect(parameters))
        var server = try await scene.ready()
        answer.withLock { $0 = .failure(PostgresError(.nameResolution, "Name or service not known")) }
        try scene.terminate(server.backendPID)
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "host not found")
        answer.withLock { $0 = .success(["127.0.0.1"]) }
        server = try await scene.ready()
        answer.withLock { $0 = .failure(PostgresError(.nameResolution, "Try again", cause: .resolverSilent)) }
        try scene.terminate(server.backendPID)
        #expect(try await scene.words() == "ended by an administrator")
        #expect(try await scene.words() == "resolver does not answer")
        answer.withLock { $0 = .success(["127.0.0.1"]) }
        #expect(try await scene.ready().host == "db.example.org")
    }

    @Test("an address that changed: the next attempt asks for it anew, and says whom it reached")
    func address() async throws {
        let cluster = try ThrowawayCluster(TestServer.options { $0.listenAddresses = "127.0.0.1, ::1" })
        defer { cluster.remove() }
        let address = Mutex("127.0.0.1")
        let scene = try WorkerScene(on: cluster, timing: Self.quick, lookUp: { _ in .success([address.withLock(\.self)]) })
        var parameters = scene.tcpParameters(password: "seen")
        parameters["host"] = "db.example.org"
        scene.worker.send(.connect(parameters))
        let server = try await scene.ready()
        #expect(server.address == "127.0.0.1")
        address.withLock { $0 = "::1" }
        try scene.terminate(server.backendPID)
        #expect(try await scene.ready().address == "::1")
        // What is browsed goes the same way.
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))
    }

    @Test("asleep: told at once, given up at once, and no rate spans the time")
    func asleep() async throws {
        let sleeps = Mutex(false)
        let hears: @Sendable (WorkerEvent) -> Void = { event in
            // The worker's own thread sleeps, and all its timers with it.
            guard case .snapshot = event, sleeps.withLock({ $0 }) else { return }
            sleeps.withLock { $0 = false }
            usleep(1_200_000)
        }
        let scene = try WorkerScene(timing: Timing(sleep: .milliseconds(400)), hears: hears)
        scene.worker.send(.refresh(every: .milliseconds(200)))
        try await scene.connect()
        for _ in 1...2 { _ = try await scene.snapshot() }
        sleeps.withLock { $0 = true }
        let error = try await scene.waiting()
        #expect(error.cause == .asleep)
        #expect(linkWords(.waiting(error, until: .now)) == "woken from sleep")
        _ = try await scene.ready()
        #expect(try await scene.snapshot().rates.transactions == nil)
        #expect(try await scene.snapshot().rates.transactions != nil)
        try await scene.eventually("one session") { try scene.sessions == 1 }
    }
}
