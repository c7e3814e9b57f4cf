/// The life of the way to one server, as a value: an event in, an action out. No socket, no clock, no dice inside.
///
/// Its driver does what the action says, tells what came of it as the next event, and reads ``state`` for the screen.
/// An event that comes too late for the state (an attempt that succeeds after a close) changes nothing; what it brought is dropped.
public struct ConnectionLifeCycle: Sendable, Hashable {
    public private(set) var state: State = .idle
    /// Attempts and connections that ended since the server last answered.
    private var failures = 0
    /// Units sent and not yet answered.
    private var outstanding = 0
    /// The pause after the first failure.
    private let firstPause: Duration

    public init(firstPause: Duration = .seconds(1)) { self.firstPause = firstPause }

    /// - Parameter jitter: 0 ..< 1, from a random source that is asked where there is a wait; it shortens that by up to a quarter, so that many
    ///   clients don't return at once.
    public mutating func handle(_ event: Event, at now: ContinuousClock.Instant, jitter: @autoclosure () -> Double) -> Action {
        switch event {
        case .connect:
            failures = 0
            return attempt()
        case .phase(let phase):
            if state.isAttempting { state = State(phase) }
            return .none
        case .opened:
            // An attempt that was given up meanwhile: its connection has nobody.
            guard state.isAttempting else { return state.isConnected ? .none : .disconnect }
            state = .ready
            return .none
        case .failed(let error):
            return state.isAttempting ? pause(after: error, now, jitter()) : .none
        case .asked, .answered, .unanswered:
            if state.isConnected { count(event, now) }
            return .none
        case .lost(let error):
            return state.isConnected ? pause(after: error, now, jitter()) : .none
        case .timePassed:
            guard case .waiting(_, let until) = state, until <= now else { return .none }
            return attempt()
        case .retryNow:
            return retryNow()
        case .passwordGiven:
            // An attempt under way was begun with the old one.
            guard state.trouble != nil || state.isAttempting else { return .none }
            failures = 0
            return attempt()
        case .close:
            guard state != .closed else { return .none }
            state = .closed
            return .disconnect
        }
    }

    private mutating func attempt() -> Action {
        outstanding = 0
        state = .resolving(host: "")
        return .connect
    }

    /// A silent connection is given up for a new one; one that answers is left alone. Who asks is not made to wait longer the next time.
    private mutating func retryNow() -> Action {
        switch state {
        case .waiting, .lost, .stale:
            failures = 0
            return attempt()
        default: return .none
        }
    }

    private mutating func count(_ event: Event, _ now: ContinuousClock.Instant) {
        switch event {
        case .asked:
            outstanding += 1
            if case .ready = state { state = .busy }
        case .answered:
            outstanding = max(0, outstanding - 1)
            // Only an answer proves the server well: one that lets in and drops at once goes on being waited for longer and longer.
            failures = 0
            state = outstanding == 0 ? .ready : .busy
        default:
            outstanding = max(0, outstanding - 1)
            if case .stale = state { return }
            state = .stale(since: now)
        }
    }

    private mutating func pause(after error: PostgresError, _ now: ContinuousClock.Instant, _ jitter: Double) -> Action {
        outstanding = 0
        failures += 1
        let until = now + BackOff.pause(after: error, first: firstPause, failures: failures, jitter: jitter)
        switch error.kind {
        case .passwordRequired:
            state = .lost(error)
            return .askPassword(error)
        case .badParameters:
            state = .lost(error)
            return .none
        case .authentication where error.sqlState == "28P01":
            state = .lost(error)
            return .askPassword(error)
        default:
            state = .waiting(error, until: until)
            return .wait(until: until)
        }
    }
}

extension ConnectionLifeCycle.State {
    fileprivate init(_ phase: ConnectionPhase) {
        switch phase {
        case .resolving(let host): self = .resolving(host: host)
        case .connecting(let address): self = .connecting(address: address)
        case .authenticating: self = .authenticating
        }
    }
}
