import Dashboard
import EventLoop
import PostgresClient

/// The connections beside the probe's: one for the database being browsed and one for slow questions, two in all.
///
/// A lane (one for each database browsed, one for each that slow questions are about) connects when it has something to ask, for which it
/// needs one of two permits. Where none is free, the idle lane that was used least recently gives its own up; where none is idle, the lane
/// waits. The lanes for slow questions never have more than one permit, so that what one browses never waits for them.
actor BrowsingPool {
    static let permits = 2

    private let parameters: ConnectionParameters
    private let loop: EventLoop
    private let timing: Timing
    private let tellUse: @Sendable (Int) -> Void
    private var lanes: [String: SessionLane] = [:]
    private var slowLanes: [String: SessionLane] = [:]
    private var free = BrowsingPool.permits
    private var isSlowTaken = false
    private var waiting: [(isSlow: Bool, continuation: CheckedContinuation<Bool, Never>)] = []
    private var isClosed = false
    /// A login that was refused: not tried by every question, for that may lock an account.
    private var refusal: (error: PostgresError, until: ContinuousClock.Instant)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - parameters: of the server that was reached; their database is the one that slow questions are asked in.
    ///   - tellUse: called on the loop's thread with the connections in use, whenever their number has changed.
    init(_ parameters: ConnectionParameters, on loop: EventLoop, _ timing: Timing, tellUse: @escaping @Sendable (Int) -> Void) {
        self.tellUse = tellUse
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

    /// A person wants to know now.
    nonisolated func forgetRefusal() {
        assumeIsolated { $0.refusal = nil }
    }

    /// Why no session can be opened for now; nil where one can be tried.
    var refusalInForce: PostgresError? { refusal.flatMap { $0.until > .now ? $0.error : nil } }

    func note(_ error: PostgresError) {
        if error.sqlState == "28P01" { refusal = (error, .now + timing.refusal) }
    }

    nonisolated func returnPermit(isSlow: Bool = false) {
        assumeIsolated { $0.takeBack(isSlow: isSlow) }
    }

    /// - Returns: false when the pool was closed before a permit was to be had.
    func takePermit(isSlow: Bool = false) async -> Bool {
        // Looking and standing in the queue are one step: in between the last permit might come back and find nobody waiting.
        await withCheckedContinuation(isolation: self) { continuation in
            if isClosed || mayTake(isSlow: isSlow) {
                if !isClosed { take(isSlow: isSlow) }
                return continuation.resume(returning: !isClosed)
            }
            waiting.append((isSlow, continuation))
            giveUpIdle()
        }
    }

    /// A lane has nothing to do any more: where somebody waits for a permit, it can have the one of an idle lane.
    nonisolated func becameIdle() {
        assumeIsolated { if !$0.waiting.isEmpty { $0.giveUpIdle() } }
    }

    /// Nobody browses any more: what is under way is answered, and then idles as ever.
    nonisolated func letIdleGo() {
        assumeIsolated { for lane in $0.all where lane.isIdle { lane.disconnect() } }
    }

    private var all: [SessionLane] { Array(lanes.values) + Array(slowLanes.values) }

    private func lane(for question: Question) -> SessionLane {
        // Any session of the server will do for a size: that of the slow lane used last.
        if question.isSlow, question.database == nil,
            let last = slowLanes.values.filter(\.isConnected).max(by: { $0.lastUsed < $1.lastUsed })
        {
            return last
        }
        let name = question.database ?? parameters.database ?? ""
        if let lane = question.isSlow ? slowLanes[name] : lanes[name] { return lane }
        let entering = question.database.map(parameters.entering) ?? parameters
        let lane = SessionLane(entering, on: loop, timing, in: self, isSlow: question.isSlow)
        if question.isSlow { slowLanes[name] = lane } else { lanes[name] = lane }
        return lane
    }

    private func mayTake(isSlow: Bool) -> Bool { free > 0 && !(isSlow && isSlowTaken) }

    private func take(isSlow: Bool) {
        free -= 1
        if isSlow { isSlowTaken = true }
        tellUse(Self.permits - free)
    }

    private func giveUpIdle() {
        guard !waiting.isEmpty else { return }
        // A slow lane that waits for another one's end has no use for the permit of a database that is browsed.
        let isOfUse = !isSlowTaken || waiting.contains { !$0.isSlow }
        all.filter { $0.isIdle && ($0.isSlow || isOfUse) }.min { $0.lastUsed < $1.lastUsed }?.disconnect()
    }

    private func takeBack(isSlow: Bool) {
        free += 1
        if isSlow { isSlowTaken = false }
        // What is browsed goes first.
        while let next = waiting.firstIndex(where: { !$0.isSlow && mayTake(isSlow: false) })
            ?? waiting.firstIndex(where: { mayTake(isSlow: $0.isSlow) })
        {
            let (isSlow, continuation) = waiting.remove(at: next)
            take(isSlow: isSlow)
            continuation.resume(returning: true)
        }
        if !isClosed { tellUse(Self.permits - free) }
    }

    private func closeAll() {
        isClosed = true
        for lane in all { lane.close() }
        // A lane holds its pool until its last request has ended.
        lanes = [:]
        slowLanes = [:]
        for (_, continuation) in waiting { continuation.resume(returning: false) }
        waiting = []
    }
}
