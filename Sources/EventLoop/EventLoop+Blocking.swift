extension EventLoop {
    /// Runs a call that blocks (a name look-up, PQcancel) on a thread of its own and waits for its value, at most until the deadline.
    ///
    /// Past the deadline, or when the task is cancelled, the thread is left to end by itself and its value is dropped.
    /// - Returns: nil when the deadline passed first.
    /// - Throws: `CancellationError`, or ``SystemError`` when no thread could be started.
    public func offLoop<Value: Sendable>(
        deadline: ContinuousClock.Instant, isolation: isolated (any Actor)? = #isolation, _ work: @escaping @Sendable () -> Value
    ) async throws -> Value? {
        let outcome = Outcome<Value>()
        let pending = PendingWatch()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation(isolation: isolation) { (continuation: CheckedContinuation<Void, any Error>) in
                _ = isolation
                let id = watch(nil, deadline: deadline) { _ in continuation.resume() }
                do throws(SystemError) {
                    try startThread {
                        outcome.store(work())
                        self.withdraw(id)
                    }
                } catch {
                    outcome.fail(error)
                    withdraw(id)
                }
                if pending.begin(id) { withdraw(id) }
            }
        } onCancel: {
            if let id = pending.cancel() { withdraw(id) }
        }
        if pending.isCancelled { throw CancellationError() }
        return try outcome.take()
    }
}

/// Where the thread leaves its value, whether or not anybody still waits for it.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Locked<Result<Value, SystemError>?>(nil)

    func store(_ value: Value) { result.withLock { $0 = .success(value) } }
    func fail(_ error: SystemError) { result.withLock { $0 = .failure(error) } }
    func take() throws -> Value? { try result.withLock(\.self)?.get() }
}
