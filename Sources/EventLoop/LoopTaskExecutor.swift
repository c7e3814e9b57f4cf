/// Keeps whole tasks on a loop's thread, also where they call code that belongs to no actor: `Task(executorPreference:)` takes it.
public final class LoopTaskExecutor: TaskExecutor {
    private let loop: EventLoop

    public init(_ loop: EventLoop) { self.loop = loop }

    public func enqueue(_ job: consuming ExecutorJob) {
        loop.add(.preferring(UnownedJob(job), self))
    }
}
