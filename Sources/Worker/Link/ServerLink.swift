import Dashboard
import EventLoop
import PostgresClient
import PostgresMonitor

/// The way to one server: drives the life cycle of the probe connection and hands requests to where they are answered.
///
/// The probe connection lives in the database that was asked for, because entering that one is what the login is about. When it is lost,
/// all other connections are let go too: whatever ended it is no business of one session alone, and the screen shows one truth.
actor ServerLink {
    let loop: EventLoop
    /// Keeps whole tasks on the loop, also where they pass through code of no actor: that would need a thread of the global pool.
    let executor: LoopTaskExecutor
    let timing: Timing
    let lookUp: NameResolution.LookUp
    let outbox: @Sendable (WorkerEvent) -> Void

    var life: ConnectionLifeCycle
    var parameters: ConnectionParameters?
    /// The connection that carries the probes.
    var connection: Connection?
    /// Who answers on ``connection``.
    var server: ServerIdentity?
    var pool: BrowsingPool?
    /// Somebody looks at the catalog.
    var isBrowsed = true
    var leavingTimer: WatchID?

    var attempt: Task<Void, Never>?
    /// The proof of another way beside the connection at hand.
    var move: Task<Void, Never>?
    var sessions = SessionCount()
    var attemptNumber = 0
    var attemptBegan = ContinuousClock.now
    var retryTimer: WatchID?
    /// When what only a person can mend is tried again: a file that is named may have been put right, a password given back.
    private var mendedTry = ContinuousClock.now
    var isPasswordWanted = false
    var renewalTimer: WatchID?
    var renewal: Task<Void, Never>?
    /// While a renewal waits for what is under way on the old connection: nothing more may be begun on it.
    var isHandingOver = false

    var probing = Probing()
    var requests = Requests()
    private var posted = LinkState.idle

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(
        _ loop: EventLoop, _ timing: Timing, _ lookUp: @escaping NameResolution.LookUp,
        _ outbox: @escaping @Sendable (WorkerEvent) -> Void
    ) {
        self.loop = loop
        executor = LoopTaskExecutor(loop)
        self.timing = timing
        self.lookUp = lookUp
        life = ConnectionLifeCycle(firstPause: timing.firstPause)
        self.outbox = outbox
    }

    func take(_ command: WorkerCommand) {
        switch command {
        case .connect(let parameters):
            stay()
            letGo(because: PostgresError(.cancelled, "the server was left"))
            self.parameters = parameters
            probing.engine.left()
            handle(.connect)
        case .move(let parameters): move(to: parameters)
        case .stay: stay()
        case .password(let password):
            parameters?.password = password
            handle(.passwordGiven)
        case .ask(let request): ask(request)
        case .cancel(let id): cancel(id)
        case .refresh(let interval):
            probing.engine.interval = max(interval, .milliseconds(100))
            scheduleProbe()
        case .pause(let isPaused):
            probing.isPaused = isPaused
            scheduleProbe()
        case .browse(let isBrowsed): browse(isBrowsed)
        case .watch(let topics, let background):
            if probing.engine.watch(topics, background: background), !probing.isPaused { probe() }
        case .retryNow:
            probing.engine.askAgain()
            pool?.forgetRefusal()
            if case .stale = life.state { handle(.retryNow) } else if life.state.isConnected { probe() } else { handle(.retryNow) }
        }
    }

    func close() {
        stay()
        handle(.close)
    }

    /// Tells the life cycle what happened, does what it says, and posts the link's state where that has changed.
    func handle(_ event: ConnectionLifeCycle.Event) {
        let answered = life.state.answers
        let action = life.handle(event, at: .now, jitter: .random(in: 0..<1))
        switch action {
        case .none: break
        case .connect: connect()
        case .wait(let until): retry(.timePassed, at: until)
        case .askPassword: isPasswordWanted = true
        case .disconnect: letGo(because: PostgresError(.cancelled, "the connection was closed"))
        }
        if case .lost = life.state {
            mendedTry = retry(.retryNow, at: .now + (isPasswordWanted ? timing.refusal : timing.mending))
        }
        // Between ready and busy nothing is to be told.
        if !answered || !life.state.answers { publish() }
    }

    func publish() {
        guard let state = linkState, state != posted else { return }
        posted = state
        outbox(.link(state))
    }

    /// nil in the moment before an attempt has told its first phase.
    private var linkState: LinkState? {
        switch life.state {
        case .idle: .idle
        case .resolving(let host): host.isEmpty ? nil : .connecting(.resolving(host: host), since: attemptBegan)
        case .connecting(let address): .connecting(.connecting(address: address), since: attemptBegan)
        case .authenticating: .connecting(.authenticating, since: attemptBegan)
        case .ready, .busy: server.map { .ready($0) }
        case .stale: server.map { .silent($0, since: probing.silentSince) }
        case .waiting(let error, let until): .waiting(error, until: until)
        case .lost(let error): isPasswordWanted ? .passwordNeeded(error) : .waiting(error, until: mendedTry)
        case .closed: .closed
        }
    }
}
