import Dispatch

/// Where tests that wait by blocking belong: `@BlockingThread @Suite(...) struct ...`.
///
/// They run one after the other on a thread of their own, so that the few threads that all asynchronous tests share stay free.
@globalActor
public actor BlockingThread {
    public static let shared = BlockingThread()

    private let executor = QueueExecutor()

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
}

private final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "blocking tests")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
