import Dashboard
import DemoCluster
import Foundation
import PostgresCatalog
import PostgresClient
import Synchronization
import TestSupport
import Testing

@testable import Worker

@Suite("A worker whose link breaks again and again")
struct SoakTests {
    // Only Linux tells what a process holds.
    @Test("holds in the end the memory, descriptors, threads and sessions that it began with", .enabled(if: ProcessFigures.areKnown))
    func soak() async throws {
        let isLong = LinkBreaker.wantedBreaks != nil
        let breaks = LinkBreaker.wantedBreaks ?? 30
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let role = try cluster.createRole("soak", password: "seen")
        // A server that crashes soon may lose what it was told last: it does not wait for its disk.
        try cluster.runSQL("CHECKPOINT")
        let line = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { line.stop() }
        var breaker = LinkBreaker(line, to: cluster, role: role)
        let listener = Listener()
        let timing = Timing(idle: .milliseconds(200), firstPause: .milliseconds(20), attempt: .seconds(2))
        let worker = try Worker(timing: timing) { listener.hear($0) }
        defer { worker.stop() }
        worker.send(.refresh(every: .milliseconds(100)))
        let password = Secret("seen")
        worker.send(
            .connect(
                ConnectionParameters(
                    ["host": "localhost", "port": "\(line.port)", "user": role, "dbname": "postgres", "sslmode": "disable"],
                    password: password)))

        func settle() async throws -> (figures: ProcessFigures, sessions: Int) {
            breaker.heal()
            // What was abandoned has its end.
            line.reset()
            try await listener.wait("one session, and nothing under way", for: 120) {
                let sessions = try? cluster.runSQL("SELECT count(*) FROM pg_stat_activity WHERE usename = '\(role)'")
                return sessions == "1" && listener.open == 0 && listener.isReady && line.statistics.open == 1
            }
            let sessions = try Int(cluster.runSQL("SELECT count(*) FROM pg_stat_activity WHERE usename = '\(role)'")) ?? -1
            return (try ProcessFigures(), sessions)
        }

        var before = try await settle()
        var done: [LinkBreak: Int] = [:]
        for number in 1...breaks {
            // Memory is compared with that of a worker which has seen some breaks: caches and arenas are full then.
            if number == breaks / 4 { before = try await settle() }
            let way = breaker.next()
            done[way, default: 0] += 1
            let requests = listener.ask(3)
            worker.send(requests)
            try breaker.begin(way)
            let hold = Int.random(in: 0...(isLong && number.isMultiple(of: 10) ? 12_000 : 300), using: &breaker.generator)
            try await Task.sleep(for: .milliseconds(hold))
            breaker.heal()
            // A short run waits but once for the deadlines that find a session dead of which nobody tells.
            if !isLong, done[way]! > 1, way == .abandon || way == .cut { line.reset() }
            let seen = listener.snapshots
            try await listener.wait("a snapshot after \(way), break \(number) of seed \(breaker.generator.seed)", for: 90) {
                listener.snapshots > seen + 1
            }
        }
        var after = try await settle()
        // A thread that waited for a deadline may have its last moments.
        for _ in 0..<100 where after.figures.threads > before.figures.threads || after.figures.descriptors > before.figures.descriptors {
            try await Task.sleep(for: .milliseconds(100))
            after = try await settle()
        }
        print(
            """
            soak of the worker, seed \(breaker.generator.seed): \(breaks) breaks (\(done.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\($0.value) \($0.key)" }.joined(separator: ", "))), \(listener.connections) connections made
              before: \(before.figures), \(before.sessions) session at the server
              after:  \(after.figures), \(after.sessions) session at the server
            """)
        #expect(after.sessions == before.sessions)
        #expect(after.figures.descriptors <= before.figures.descriptors)
        #expect(after.figures.threads <= before.figures.threads)
        // A leak of a connection's buffers alone would be 32 kB a break.
        let growth = after.figures.residentMemory - before.figures.residentMemory
        #expect(growth < max(8_000_000, breaks * 10_000), "\(growth) bytes")
        #expect(listener.isEachAnsweredOnce)
    }
}

/// What a worker tells, counted and not kept.
private final class Listener: Sendable {
    private struct State {
        var snapshots = 0
        var connections = 0
        var isReady = false
        var link = LinkState.idle
        var last: UInt64 = 0
        var open: Set<RequestID> = []
        var strays = 0
    }

    private let state = Mutex(State())

    var snapshots: Int { state.withLock(\.snapshots) }
    var connections: Int { state.withLock(\.connections) }
    var isReady: Bool { state.withLock(\.isReady) }
    /// Requests without an outcome.
    var open: Int { state.withLock(\.open.count) }
    var isEachAnsweredOnce: Bool { state.withLock { $0.open.isEmpty && $0.strays == 0 } }

    func hear(_ event: WorkerEvent) {
        state.withLock { state in
            switch event {
            case .snapshot: state.snapshots += 1
            case .link(let link):
                if link.isReady, !state.isReady { state.connections += 1 }
                state.isReady = link.isReady
                state.link = link
            case .answered(let id, _), .failed(let id, _): if state.open.remove(id) == nil { state.strays += 1 }
            default: break
            }
        }
    }

    /// So many requests, of which the first is about the databases and the others need a session of their own.
    func ask(_ count: Int) -> [WorkerCommand] {
        state.withLock { state in
            (0..<count).map { index in
                state.last += 1
                let id = RequestID(rawValue: state.last)
                state.open.insert(id)
                return .ask(Request(id: id, question: index == 0 ? .databases : .schemas(database: index == 1 ? "postgres" : "template1")))
            }
        }
    }

    func wait(_ what: String, for seconds: Int, until isSo: () -> Bool) async throws {
        for _ in 0..<(seconds * 50) {
            if isSo() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Missing(what: what, state: state.withLock { "\($0)" })
    }

    struct Missing: Error {
        let what: String
        let state: String
    }
}
