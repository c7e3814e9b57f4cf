import Dashboard
import DemoCluster
import Foundation
import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Synchronization
import TestSupport

@testable import Worker

/// A worker, all that it has told, and a role of its own on the server.
final class WorkerScene: Sendable {
    let cluster: ThrowawayCluster
    let role: String
    let worker: Worker
    private let log: EventLog
    private let lastID = Mutex<UInt64>(0)

    /// - Parameters:
    ///   - cluster: the shared server, unless a test stops its own.
    ///   - role: one that is there already, where none can be made.
    ///   - hears: told of each event first, on the worker's thread.
    init(
        on cluster: ThrowawayCluster? = nil, timing: Timing = Timing(), role: String? = nil,
        lookUp: @escaping NameResolution.LookUp = NameResolution.system,
        hears: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
    ) throws {
        self.cluster = try cluster ?? TestServer.shared()
        self.role = try role ?? self.cluster.createRole("worker", password: "seen")
        let log = EventLog()
        self.log = log
        worker = try Worker(timing: timing, lookUp: lookUp) { event in
            hears(event)
            log.append(event)
        }
    }

    deinit { worker.stop() }

    /// Over the socket, which asks for no password.
    func parameters(database: String = "postgres") -> ConnectionParameters {
        ConnectionParameters([
            "host": cluster.socketDirectory, "port": String(cluster.port), "user": role, "dbname": database,
        ])
    }

    /// Over TCP, which does.
    func tcpParameters(port: UInt16? = nil, password: String?) -> ConnectionParameters {
        ConnectionParameters(
            ["host": cluster.host, "port": String(port ?? cluster.port), "user": role, "dbname": "postgres", "sslmode": "disable"],
            password: password.map(Secret.init))
    }

    func ask(_ question: Question) -> RequestID { ask([question])[0] }

    /// Asks all of them at once, as one event of the dashboard does.
    func ask(_ questions: [Question]) -> [RequestID] {
        let ids = lastID.withLock { last in
            questions.map { _ in
                last += 1
                return RequestID(rawValue: last)
            }
        }
        worker.send(zip(ids, questions).map { .ask(Request(id: $0, question: $1)) })
        return ids
    }

    func connect(database: String = "postgres") async throws {
        worker.send(.connect(parameters(database: database)))
        _ = try await ready()
    }

    // MARK: What the worker tells

    /// The first event after the last one returned that is wanted; those before it are passed over.
    func next<Value>(_ what: String, _ wanted: @escaping (WorkerEvent) -> Value?) async throws -> Value {
        try await log.next(what, wanted)
    }

    func ready() async throws -> ServerIdentity {
        try await next("a link that is ready") { if case .link(.ready(let server)) = $0 { server } else { nil } }
    }

    func waiting() async throws -> PostgresError {
        try await next("a link that waits") { if case .link(.waiting(let error, _)) = $0 { error } else { nil } }
    }

    /// What the bar says of a link that waits.
    func words() async throws -> String {
        try await next("a link that waits") { event in
            guard case .link(let link) = event, case .waiting = link else { return nil }
            return linkWords(link)
        }
    }

    func passwordNeeded() async throws -> PostgresError {
        try await next("a link that wants a password") { if case .link(.passwordNeeded(let error)) = $0 { error } else { nil } }
    }

    func snapshot() async throws -> Snapshot {
        try await next("a snapshot") { if case .snapshot(let snapshot) = $0 { snapshot } else { nil } }
    }

    /// The outcome of a request wherever it stands among the events; the place of ``next(_:_:)`` is not moved.
    func outcome(of id: RequestID) async throws -> Result<Answer, PostgresError> {
        try await log.first("the outcome of request \(id.rawValue)") { event in
            switch event {
            case .answered(id, let answer): .success(answer)
            case .failed(id, let error): .failure(error)
            default: nil
            }
        }
    }

    func answer(to question: Question) async throws -> Answer { try await outcome(of: ask(question)).get() }

    /// The names of its schemas, asked of the worker.
    func schemas(of database: String) async throws -> [String] {
        guard case .schemas(let schemas) = try await answer(to: .schemas(database: database)) else { throw Wrong.answer }
        return schemas.map(\.name)
    }

    var events: [WorkerEvent] { log.events }

    // MARK: What the server tells

    /// Sessions of this scene's role.
    var sessions: Int {
        get throws { try Int(cluster.runSQL("SELECT count(*) FROM pg_stat_activity WHERE usename = '\(role)'")) ?? -1 }
    }

    func terminate(_ backend: Int32) throws {
        try cluster.runSQL("SELECT pg_terminate_backend(\(backend))")
    }

    func oid(of relation: String, in database: String) throws -> OID {
        OID(UInt32(try cluster.runSQL("SELECT '\(relation)'::regclass::oid", database: database)) ?? 0)
    }

    /// Looks again and again until it holds; throws where it does not within half a minute.
    func eventually(_ what: String, _ holds: () throws -> Bool) async throws {
        for _ in 0..<3000 {
            if try holds() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NotSeen(what: what, events: events)
    }
}

struct NotSeen: Error, CustomStringConvertible {
    let what: String
    let events: [WorkerEvent]
    var description: String { "\(what) did not come; the last events were \(events.suffix(12))" }
}

/// Events in the order of their coming, from the worker's thread.
private final class EventLog: Sendable {
    private let state = Mutex<(events: [WorkerEvent], position: Int)>(([], 0))

    func append(_ event: WorkerEvent) { state.withLock { $0.events.append(event) } }

    var events: [WorkerEvent] { state.withLock(\.events) }

    func next<Value>(_ what: String, _ wanted: (WorkerEvent) -> Value?) async throws -> Value {
        try await search(what) { state in
            while state.position < state.events.count {
                state.position += 1
                if let value = wanted(state.events[state.position - 1]) { return value }
            }
            return nil
        }
    }

    func first<Value>(_ what: String, _ wanted: (WorkerEvent) -> Value?) async throws -> Value {
        try await search(what) { state in state.events.lazy.compactMap(wanted).first }
    }

    private func search<Value>(
        _ what: String, _ look: (inout (events: [WorkerEvent], position: Int)) -> Value?
    ) async throws -> Value {
        for _ in 0..<6000 {
            if let value = state.withLock({ state in Boxed(value: look(&state)) }).value { return value }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw NotSeen(what: what, events: events)
    }

    private struct Boxed<Value>: @unchecked Sendable { let value: Value? }
}
