import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A poll(2) loop that is an executor: actors on it run on its one thread, and wait there for descriptors and timers.
///
/// Waits are few (a handful of connections and their deadlines), so they live in a dictionary that each turn walks.
public final class EventLoop: SerialExecutor {
    struct State: Sendable {
        var jobs: [Job] = []
        var watches: [WatchID: Watch] = [:]
        var lastWatch: UInt64 = 0
        var isStopped = false
    }

    /// A job and the kind of executor it was handed to, which it must be run as.
    enum Job: Sendable {
        case isolated(UnownedJob)
        case preferring(UnownedJob, LoopTaskExecutor)
    }

    let state = Locked(State())
    let wakeUp: WakeUp
    /// 0 while no thread runs the loop.
    private let threadIdentity = Atomic<UInt>(0)

    /// - Throws: ``SystemError`` when the process has no descriptor left.
    public init() throws {
        wakeUp = try WakeUp()
    }

    /// Runs the loop on a thread of its own until ``stop()``.
    public func start() {
        do {
            try startThread { self.runOnThisThread() }
        } catch {
            fatalError("\(error)")
        }
    }

    /// Asks the loop to end and does not wait for it. All waits end as withdrawn; jobs already handed over still run, later ones never.
    public func stop() {
        state.withLock { $0.isStopped = true }
        wakeUp.signal()
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        add(.isolated(UnownedJob(job)))
    }

    func add(_ job: Job) {
        let wasEmpty = state.withLock { state in
            state.jobs.append(job)
            return state.jobs.count == 1
        }
        if wasEmpty, !isCurrent { wakeUp.signal() }
    }

    public func checkIsolated() {
        precondition(isCurrent, "not on the event loop's thread")
    }

    public func isIsolatingCurrentContext() -> Bool? { isCurrent }

    /// Whether the caller runs on the loop's thread.
    public var isCurrent: Bool { threadIdentity.load(ordering: .acquiring) == currentThreadIdentity() }

    /// Runs the loop on the calling thread until ``stop()``.
    func runOnThisThread() {
        let (exchanged, _) = threadIdentity.compareExchange(
            expected: 0, desired: currentThreadIdentity(), ordering: .acquiringAndReleasing)
        precondition(exchanged, "the loop already runs on a thread")
        while turn() {}
        threadIdentity.store(0, ordering: .releasing)
    }

    /// So many times at most what jobs have handed over in turn is run before poll(2) looks at the waits: no chain of jobs holds them up.
    private static let rounds = 64

    /// Runs what has been handed over, then waits for the next thing.
    /// - Returns: false once the loop has been stopped and nothing is left to run.
    private func turn() -> Bool {
        for _ in 0..<Self.rounds {
            let (jobs, stopped) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isStopped)
            }
            for job in jobs { run(job) }
            if stopped {
                withdrawAll()
                return state.withLock { !$0.jobs.isEmpty }
            }
            if jobs.isEmpty { break }
        }
        poll()
        return true
    }

    private func run(_ job: Job) {
        switch job {
        case .isolated(let job): job.runSynchronously(on: asUnownedSerialExecutor())
        case .preferring(let job, let executor): job.runSynchronously(on: executor.asUnownedTaskExecutor())
        }
    }
}
