import Dashboard
import PostgresClient
import Synchronization
import Testing
import Worker

@Suite("The order of the worker's commands")
struct OrderTests {
    @Test("what is sent while others are carried out comes after them")
    func inOrder() async throws {
        let told = Told()
        // Without a server a request fails as soon as it is taken, so the failures come in the order of the taking.
        let worker = try Worker { event in
            guard case .failed(let id, _) = event else { return }
            told.append(id.rawValue)
            switch id.rawValue {
            case 0: for next in [1, 2] as [UInt64] { told.send(next) }
            case 1: told.send(3)
            default: break
            }
        }
        defer { worker.stop() }
        told.worker.withLock { $0 = worker }
        defer { told.worker.withLock { $0 = nil } }
        told.send(0)
        for _ in 0..<2000 where told.ids.count < 4 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(told.ids == [0, 1, 2, 3])
    }
}

private final class Told: Sendable {
    let worker = Mutex<Worker?>(nil)
    private let failed = Mutex<[UInt64]>([])

    var ids: [UInt64] { failed.withLock(\.self) }

    func append(_ id: UInt64) { failed.withLock { $0.append(id) } }

    func send(_ id: UInt64) {
        worker.withLock(\.self)?.send(.ask(Request(id: RequestID(rawValue: id), question: .databases)))
    }
}
