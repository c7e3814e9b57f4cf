extension EventLoop {
    /// The synchronous front, for commands that do one thing: runs a loop on the calling thread until the body has ended.
    ///
    /// The body and all it calls run on that thread.
    public static func run<Value: Sendable>(_ body: @escaping @Sendable (EventLoop) async throws -> Value) throws -> Value {
        let loop = try EventLoop()
        let outcome = FrontOutcome<Value>()
        Task(executorPreference: LoopTaskExecutor(loop)) {
            do {
                outcome.set(.success(try await body(loop)))
            } catch {
                outcome.set(.failure(error))
            }
            loop.stop()
        }
        loop.runOnThisThread()
        return try outcome.get()
    }
}

/// How the body ended, from the task to the thread that waits in the loop.
private final class FrontOutcome<Value: Sendable>: Sendable {
    private let result = Locked<Result<Value, any Error>?>(nil)

    func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }

    func get() throws -> Value {
        // No key path: that is made at run time.
        guard let result = result.withLock({ $0 }) else { preconditionFailure("the loop was stopped before its body had ended") }
        return try result.get()
    }
}
