/// Settles who withdraws a wait whose task is cancelled while the wait is only just being handed to the loop.
final class PendingWatch: Sendable {
    private struct State {
        var id: WatchID?
        var isCancelled = false
    }

    private let state = Locked(State())

    /// - Returns: whether the task was cancelled before, so that the wait must be withdrawn at once.
    func begin(_ id: WatchID) -> Bool {
        state.withLock { state in
            state.id = id
            return state.isCancelled
        }
    }

    /// - Returns: the wait to withdraw, if it has begun.
    func cancel() -> WatchID? {
        state.withLock { state in
            state.isCancelled = true
            return state.id
        }
    }

    var isCancelled: Bool { state.withLock(\.isCancelled) }
}
