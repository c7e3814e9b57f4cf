import Dashboard
import PostgresClient

// After a sleep nobody tells a session that is dead from one that is slow, and to wait for that costs longer than a session made anew.
extension ServerLink {
    /// How long the computer slept, or this process was stopped: the clock goes on meanwhile, so that the timer of the probes is overdue.
    /// nil where it is no later than a busy machine makes it.
    private var sleep: Duration? {
        probing.due.map { ContinuousClock.now - $0 }.flatMap { $0 > timing.sleep ? $0 : nil }
    }

    /// - Returns: whether a sleep has ended. Then a new attempt has begun.
    func awoke() -> Bool {
        guard sleep != nil else { return false }
        lost(PostgresError(.connectionLost, "the session is given up"))
        return true
    }

    /// What a loss was, in the light of the sleep that it was found after; as it is without one.
    func afterSleep(_ error: PostgresError) -> PostgresError {
        guard let sleep else { return error }
        return PostgresError(
            .connectionLost, "this computer slept, or pgdeck was stopped, for \(timeSpan(sleep))", detail: error.message,
            context: error.context,
            cause: .asleep)
    }
}
