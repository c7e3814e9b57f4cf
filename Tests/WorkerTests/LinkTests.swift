import Dashboard
import DemoCluster
import Foundation
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@testable import Worker

@Suite("The worker's link to the server")
struct LinkTests {
    @Test("tells how far the attempt has come, then who answered, then a snapshot each interval")
    func connects() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.parameters()))
        let phase = try await scene.next("a phase") { if case .link(.connecting(let phase, _)) = $0 { phase } else { nil } }
        guard case .connecting(let address) = phase else { throw Wrong.answer }
        #expect(address.contains(scene.cluster.socketDirectory))
        #expect(try await scene.ready().user == scene.role)
        let first = try await scene.snapshot()
        #expect(first.rates.transactions == nil)
        #expect(first.facts.value?.role == scene.role)
        let second = try await scene.snapshot()
        #expect(second.rates.transactions != nil)
        #expect(second.sequence == first.sequence + 1)
    }

    @Test("a terminated session is told with the server's words, and the link comes back by itself")
    func terminated() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.parameters()))
        let server = try await scene.ready()
        try scene.terminate(server.backendPID)
        let error = try await scene.waiting()
        #expect(error.kind == .connectionLost)
        #expect(error.sqlState == "57P01")
        #expect(try await scene.ready().backendPID != server.backendPID)
        _ = try await scene.snapshot()
    }

    @Test("a server that stops is told at once, requests fail with the reason, and a server that starts is found again")
    func stoppedAndStarted() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let scene = try WorkerScene(on: cluster)
        try await scene.connect()
        try cluster.stop(.fast)
        #expect(try await scene.waiting().kind == .connectionLost)
        let outcome = try await scene.outcome(of: scene.ask(.databases))
        #expect(throws: PostgresError.self) { try outcome.get() }
        // The first attempt after the back-off finds no server.
        #expect(try await scene.waiting().kind == .unreachable)
        try cluster.start()
        scene.worker.send(.retryNow)
        _ = try await scene.ready()
        _ = try await scene.snapshot()
    }

    @Test("a refused port waits with a reason that names the address, and goes on trying")
    func refusedPort() async throws {
        let scene = try WorkerScene()
        let port = try freeLoopbackPort()
        scene.worker.send(.connect(scene.tcpParameters(port: port, password: nil)))
        let error = try await scene.waiting()
        #expect(error.kind == .unreachable)
        #expect(error.description.contains(String(port)))
        _ = try await scene.waiting()
    }

    @Test("settings that libpq refuses are told, and tried again after a while")
    func badParameters() async throws {
        let scene = try WorkerScene(timing: Timing(mending: .milliseconds(200)))
        var parameters = scene.parameters()
        parameters["sslmode"] = "sometimes"
        scene.worker.send(.connect(parameters))
        let error = try await scene.waiting()
        #expect(error.kind == .badParameters)
        #expect(error.message.contains("sslmode"))
        #expect(try await scene.waiting() == error)
        parameters["sslmode"] = "prefer"
        scene.worker.send(.connect(parameters))
        _ = try await scene.ready()
    }

    @Test("a missing password is asked for, a wrong one is refused with the server's words, the right one connects")
    func passwords() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.tcpParameters(password: nil)))
        #expect(try await scene.passwordNeeded().kind == .passwordRequired)
        scene.worker.send(.password(Secret("wrong")))
        let refused = try await scene.passwordNeeded()
        #expect(refused.kind == .authentication)
        #expect(refused.sqlState == "28P01")
        #expect(!refused.description.contains("wrong"))
        let early = try await scene.outcome(of: scene.ask(.databases))
        #expect(throws: PostgresError.self) { try early.get() }
        scene.worker.send(.password(Secret("seen")))
        #expect(try await scene.ready().usedPassword)
        // Other connections use it too.
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))
    }

    @Test("a link that falls silent is told while it lasts, given up, and found again when it thaws")
    func frozen() async throws {
        let scene = try WorkerScene()
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        let server = try await scene.ready()
        _ = try await scene.snapshot()
        line.set(.freeze)
        let silent = try await scene.next("silence") { if case .link(.silent(let server, _)) = $0 { server } else { nil } }
        #expect(silent == server)
        #expect(try await scene.waiting().kind == .connectionLost)
        line.set(.pass)
        scene.worker.send(.retryNow)
        _ = try await scene.ready()
    }

    @Test("a silent link that a person gives up fails what was asked of it")
    func silentGivenUp() async throws {
        let scene = try WorkerScene()
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await scene.snapshot()
        line.set(.freeze)
        let requests = (1...2).map { _ in scene.ask(.schemas(database: "postgres")) }
        _ = try await scene.next("silence") { if case .link(.silent) = $0 { true } else { nil } }
        scene.worker.send(.retryNow)
        for id in requests {
            let outcome = try await scene.outcome(of: id)
            let error = #expect(throws: PostgresError.self) { try outcome.get() }
            #expect(error?.kind == .cancelled)
        }
        line.set(.pass)
        _ = try await scene.ready()
    }

    @Test("a link that thaws before it is given up goes on with the same session")
    func thawed() async throws {
        let scene = try WorkerScene()
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        let server = try await scene.ready()
        _ = try await scene.snapshot()
        line.set(.freeze)
        _ = try await scene.next("silence") { if case .link(.silent) = $0 { true } else { nil } }
        line.set(.pass)
        #expect(try await scene.ready() == server)
        _ = try await scene.snapshot()
    }

    @Test("a reset line is told at once")
    func reset() async throws {
        let scene = try WorkerScene()
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        // No probe comes in between: the idle connection notices by itself.
        scene.worker.send(.refresh(every: .seconds(3600)))
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await scene.ready()
        _ = try await scene.snapshot()
        line.reset()
        #expect(try await scene.waiting().kind == .connectionLost)
        _ = try await scene.ready()
    }

    @Test("paused there are no probes, but for one that a person asks for; resumed they go on")
    func pause() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.refresh(every: .milliseconds(100)))
        try await scene.connect()
        _ = try await scene.snapshot()
        scene.worker.send(.pause(true))
        // A probe may be under way; an answered question shows that the command has been taken.
        _ = try await scene.answer(to: .databases)
        let paused = scene.events.count
        try await Task.sleep(for: .milliseconds(500))
        #expect(scene.events.count <= paused + 1)
        let before = scene.snapshotCount
        scene.worker.send(.retryNow)
        try await scene.eventually("a snapshot") { scene.snapshotCount == before + 1 }
        scene.worker.send(.pause(false))
        try await scene.eventually("more snapshots") { scene.snapshotCount >= before + 3 }
    }

    @Test("a refresh over TCP says what it cost, and whatever is watched there is one session")
    func cost() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.watch(Set(Topic.allCases)))
        scene.worker.send(.refresh(every: .milliseconds(200)))
        scene.worker.send(.connect(scene.tcpParameters(password: "seen")))
        let snapshot = try await scene.next("a snapshot of a later refresh") { event -> Snapshot? in
            if case .snapshot(let snapshot) = event, snapshot.cost.processorPercent != nil { snapshot } else { nil }
        }
        #expect(snapshot.topics == Set(Topic.allCases))
        #expect(snapshot.interval == .milliseconds(200))
        #expect(try #require(snapshot.cost.bytes).sent > 0)
        #expect(try #require(snapshot.cost.bytesPerMinute).total > #require(snapshot.cost.bytes).total)
        #expect(try #require(snapshot.cost.serverTime) > 0)
        #expect(try #require(snapshot.cost.residentMemory) > 0)
        #expect(try scene.sessions == 1)
    }

    @Test("what is watched anew is asked at once, and a demand asks again what a right was missing for")
    func watched() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.refresh(every: .seconds(600)))
        try await scene.connect()
        _ = try await scene.snapshot()
        scene.worker.send(.watch([.overview]))
        #expect(try await scene.snapshot().topics == [.bar, .overview])
        scene.worker.send(.retryNow)
        // Also what is asked once in five minutes only.
        let before = try await scene.snapshot()
        scene.worker.send(.retryNow)
        let after = try await scene.next("facts read anew") { event -> Snapshot? in
            if case .snapshot(let snapshot) = event, snapshot.facts != before.facts { snapshot } else { nil }
        }
        #expect(after.facts.value == before.facts.value)
    }

    @Test("a stopped worker closes its sessions and says so last")
    func stopped() async throws {
        let scene = try WorkerScene()
        try await scene.connect()
        _ = try await scene.answer(to: .schemas(database: "postgres"))
        scene.worker.stop()
        _ = try await scene.next("the end") { if case .link(.closed) = $0 { true } else { nil } }
        try await scene.eventually("no session") { try scene.sessions == 0 }
        guard case .link(.closed) = scene.events.last else { throw Wrong.answer }
    }

    @Test("a new address is gone to at once, whatever the old one does")
    func elsewhere() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.tcpParameters(port: try freeLoopbackPort(), password: nil)))
        _ = try await scene.waiting()
        scene.worker.send(.connect(scene.parameters(database: "template1")))
        #expect(try await scene.ready().database == "template1")
    }

    @Test("a probe of the bar that is refused from now on is told at once, however long the next refresh is away")
    func revoked() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("revoked")
        scene.worker.send(.refresh(every: .seconds(3600)))
        try await scene.connect(database: database)
        _ = try await scene.snapshot()
        try scene.cluster.runSQL("REVOKE SELECT ON pg_catalog.pg_stat_database FROM PUBLIC", database: database)
        // Asked together this time: whose failure it was, only the question after it tells.
        scene.worker.send(.retryNow)
        let pulse = try await scene.next("a snapshot without the statistics") { event in
            if case .snapshot(let snapshot) = event, case .forbidden = snapshot.databaseStatistics { snapshot.pulse } else { nil }
        }
        #expect(pulse.isPresent)
    }
}

extension WorkerScene {
    var snapshotCount: Int { events.count { if case .snapshot = $0 { true } else { false } } }
}
