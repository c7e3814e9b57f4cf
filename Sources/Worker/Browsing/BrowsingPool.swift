import Dashboard
import EventLoop
import PostgresClient

/// The connections beside the probe's: one for the database being browsed and one for slow questions, two in all.
///
/// A lane (one for each database browsed, one for the sizes) connects when it has something to ask, for which it needs one of two
/// permits. Where none is free, the idle lane that was used least recently gives its own up; where none is idle, the lane waits.
actor BrowsingPool {
    static let permits = 2

    private let parameters: ConnectionParameters
    private let loop: EventLoop
    private let timing: Timing
    private var lanes: [String: SessionLane] = [:]
    private var slow: SessionLane?
    private var free = BrowsingPool.permits
    private var waiting: [CheckedContinuation<Bool, Never>] = []
    private var isClosed = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameter parameters: of the server that was reached; their database is the one that slow questions are asked in.
    init(_ parameters: ConnectionParameters, on loop: EventLoop, _ timing: Timing) {
        self.parameters = parameters
        self.loop = loop
        self.timing = timing
    }

    // MARK: To be called on the loop's thread

    nonisolated func ask(_ request: Request, _ finish: @escaping SessionLane.Finish) {
        assumeIsolated { $0.lane(for: request.question).ask(request, finish) }
    }

    nonisolated func cancel(_ id: RequestID) {
        assumeIsolated { for lane in $0.all { lane.cancel(id) } }
    }

    nonisolated func close() {
        assumeIsolated { $0.closeAll() }
    }

    nonisolated func returnPermit() {
        assumeIsolated { $0.passPermitOn() }
    }

    /// - Returns: false when the pool was closed before a permit was to be had.
    func takePermit() async -> Bool {
        guard !isClosed else { return false }
        if free > 0 {
            free -= 1
            return true
        }
        return await withCheckedContinuation(isolation: self) { continuation in
            waiting.append(continuation)
            giveUpIdle()
        }
    }

    /// A lane has nothing to do any more: where somebody waits for a permit, it can have the one of an idle lane.
    nonisolated func becameIdle() {
        assumeIsolated { if !$0.waiting.isEmpty { $0.giveUpIdle() } }
    }

    private var all: [SessionLane] { Array(lanes.values) + (slow.map { [$0] } ?? []) }

    private func lane(for question: Question) -> SessionLane {
        guard let database = question.database else {
            let lane = slow ?? SessionLane(parameters, on: loop, timing, in: self)
            slow = lane
            return lane
        }
        let lane = lanes[database] ?? SessionLane(parameters.entering(database: database), on: loop, timing, in: self)
        lanes[database] = lane
        return lane
    }

    private func giveUpIdle() {
        all.filter(\.isIdle).min { $0.lastUsed < $1.lastUsed }?.disconnect()
    }

    private func passPermitOn() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume(returning: true) }
    }

    private func closeAll() {
        isClosed = true
        for lane in all { lane.close() }
        // A lane holds its pool until its last request has ended.
        lanes = [:]
        slow = nil
        for continuation in waiting { continuation.resume(returning: false) }
        waiting = []
    }
}
