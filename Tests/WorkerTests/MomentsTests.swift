import Dashboard
import EventLoop
import Synchronization
import TestSupport
import Testing

@testable import Worker

@Suite("No moment in which a question comes is the wrong one")
struct MomentsTests {
    /// Turns of the loop that an answer may take from the telling of it until its session rests.
    private static let turns = 0..<24

    @Test("one that comes so many turns of the loop after the last answer is answered too", arguments: turns)
    func afterAnAnswer(turns: Int) async throws {
        let afterAnswer = Once()
        let scene = try WorkerScene(hears: { if case .answered = $0 { afterAnswer.run() } })
        try await scene.connect()
        let later = Later()
        let loop = scene.worker.loop
        afterAnswer.set {
            Task(executorPreference: LoopTaskExecutor(loop)) {
                for _ in 0..<turns { await Task.yield() }
                later.note(scene.ask(Question.schemas(database: "postgres")))
            }
        }
        _ = try await scene.schemas(of: "postgres")
        try await scene.eventually("the second question") { later.id != nil }
        _ = try await scene.outcome(of: #require(later.id)).get()
    }
}

/// What is to be done the next time.
private final class Once: Sendable {
    private let action = Mutex<(@Sendable () -> Void)?>(nil)

    func set(_ action: @escaping @Sendable () -> Void) { self.action.withLock { $0 = action } }

    func run() {
        let action = action.withLock { action in
            defer { action = nil }
            return action
        }
        action?()
    }
}

/// A request that is made at some later moment.
private final class Later: Sendable {
    private let made = Mutex<RequestID?>(nil)

    var id: RequestID? { made.withLock { $0 } }
    func note(_ id: RequestID) { made.withLock { $0 = id } }
}
