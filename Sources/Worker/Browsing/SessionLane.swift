import Dashboard
import EventLoop
import PostgresClient

/// One connection and the requests that wait for it, answered one after the other. It connects for the first request and again after a
/// loss, and disconnects when it has been idle for a while.
actor SessionLane {
    typealias Finish = @Sendable (RequestID, Result<Answer, PostgresError>) -> Void
    private typealias Entry = (request: Request, finish: Finish)

    private let parameters: ConnectionParameters
    private let loop: EventLoop
    private let executor: LoopTaskExecutor
    private let timing: Timing
    private let pool: BrowsingPool
    /// Of the lanes for slow questions, which have one connection among them.
    nonisolated let isSlow: Bool

    private var queue: [Entry] = []
    private var running: Task<Void, Never>?
    /// The requests under way at the server, answered together, that somebody still waits for.
    private var current: (ids: Set<RequestID>, work: Task<Void, Never>)?
    private var connection: Connection?
    private var idleTimer: WatchID?
    private var isClosed = false
    private var used = ContinuousClock.now

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(_ parameters: ConnectionParameters, on loop: EventLoop, _ timing: Timing, in pool: BrowsingPool, isSlow: Bool = false) {
        self.parameters = parameters
        self.loop = loop
        executor = LoopTaskExecutor(loop)
        self.timing = timing
        self.pool = pool
        self.isSlow = isSlow
    }

    // MARK: To be called on the loop's thread

    /// Connected without anything to do.
    nonisolated var isIdle: Bool { assumeIsolated { $0.connection != nil && $0.running == nil } }
    nonisolated var isConnected: Bool { assumeIsolated { $0.connection != nil } }
    nonisolated var lastUsed: ContinuousClock.Instant { assumeIsolated { $0.used } }

    nonisolated func ask(_ request: Request, _ finish: @escaping Finish) {
        assumeIsolated { $0.add(request, finish) }
    }

    nonisolated func cancel(_ id: RequestID) {
        assumeIsolated { $0.drop(id) }
    }

    nonisolated func disconnect() {
        assumeIsolated { $0.leave() }
    }

    nonisolated func close() {
        assumeIsolated { $0.end() }
    }

    private func add(_ request: Request, _ finish: @escaping Finish) {
        queue.append((request, finish))
        guard running == nil else { return }
        stopIdleTimer()
        running = Task(executorPreference: executor) { await self.run() }
    }

    /// A request not yet sent is forgotten; one under way is cancelled at the server, and the connection goes on.
    private func drop(_ id: RequestID) {
        queue.removeAll { $0.request.id == id }
        guard current?.ids.remove(id) != nil, current?.ids.isEmpty == true else { return }
        current?.work.cancel()
    }

    private func run() async {
        while goesOn() { await answerNext() }
    }

    /// Rests where nothing is left to do. Looking and resting are one step: a return from a call that waits takes turns of the loop, in which
    /// a request that finds this running would be left to nobody.
    private func goesOn() -> Bool {
        if !queue.isEmpty, !isClosed { return true }
        running = nil
        used = .now
        startIdleTimer()
        pool.becameIdle()
        return false
    }

    private func answerNext() async {
        // Not given up when its asker is: whoever walks through a list would never see it done.
        switch await connected() {
        case .failure(let error):
            let failed = queue
            queue = []
            for entry in failed { entry.finish(entry.request.id, .failure(error)) }
        case .success(let connection):
            guard !queue.isEmpty, !isClosed else { return }
            let batch = takeBatch()
            let work = Task(executorPreference: executor) {
                await connection.answer(to: batch.map(\.request.question)) { index, result in
                    batch[index].finish(batch[index].request.id, result)
                }
            }
            current = (Set(batch.map(\.request.id)), work)
            await work.value
            current = nil
        }
    }

    /// The first request, and the next one too where both are parts of one description, which travel in one flush.
    private func takeBatch() -> [Entry] {
        let first = queue.removeFirst()
        guard case .description(let database, let relation, let kind) = first.request.question,
            queue.first?.request.question == .definitions(database: database, relation: relation, kind: kind)
        else { return [first] }
        return [first, queue.removeFirst()]
    }

    private func connected() async -> Result<Connection, PostgresError> {
        if let connection { return .success(connection) }
        if let refusal = await pool.refusalInForce { return .failure(refusal) }
        guard await pool.takePermit(isSlow: isSlow) else { return .failure(PostgresError(.cancelled, "the connection was closed")) }
        do throws(PostgresError) {
            let connection = try await Connection.open(parameters, on: loop, attemptDeadline: timing.attempt)
            guard !isClosed else {
                await connection.close()
                throw PostgresError(.cancelled, "the connection was closed")
            }
            adopt(connection)
            return .success(connection)
        } catch {
            await pool.note(error)
            pool.returnPermit(isSlow: isSlow)
            return .failure(error)
        }
    }

    private func adopt(_ connection: Connection) {
        self.connection = connection
        connection.assumeIsolated { watched in
            watched.onLoss { [weak self, weak watched] _ in
                self?.assumeIsolated { if $0.connection === watched { $0.leave() } }
            }
        }
    }

    private func leave() {
        stopIdleTimer()
        guard let left = connection else { return }
        connection = nil
        left.assumeIsolated { $0.close() }
        pool.returnPermit(isSlow: isSlow)
    }

    private func end() {
        isClosed = true
        queue = []
        running?.cancel()
        current?.work.cancel()
        leave()
    }

    private func startIdleTimer() {
        guard connection != nil else { return }
        idleTimer = loop.watch(nil, deadline: .now + timing.idle) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { $0.leave() }
        }
    }

    private func stopIdleTimer() {
        guard let timer = idleTimer else { return }
        idleTimer = nil
        loop.withdraw(timer)
    }
}
