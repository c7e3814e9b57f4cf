extension ConnectionLifeCycle {
    public enum State: Sendable, Hashable {
        /// Nothing has been asked for yet.
        case idle
        /// The host is empty until the attempt tells its first phase.
        case resolving(host: String)
        case connecting(address: String)
        case authenticating
        /// Connected, and nothing is under way.
        case ready
        /// Connected, and at least one unit is under way.
        case busy
        /// Connected, but a unit was not answered in time; since the first such.
        case stale(since: ContinuousClock.Instant)
        /// Not connected, and nothing happens until somebody acts: a password is missing or refused, or a setting is wrong.
        case lost(PostgresError)
        /// Not connected; the next attempt follows by itself.
        case waiting(PostgresError, until: ContinuousClock.Instant)
        case closed

        /// Connected, and answered in time as far as that is known.
        public var answers: Bool { self == .ready || self == .busy }

        public var isConnected: Bool {
            switch self {
            case .ready, .busy, .stale: true
            default: false
            }
        }

        public var isAttempting: Bool {
            switch self {
            case .resolving, .connecting, .authenticating: true
            default: false
            }
        }

        /// Why there is no connection, where that is known.
        public var trouble: PostgresError? {
            switch self {
            case .lost(let error), .waiting(let error, _): error
            default: nil
            }
        }
    }

    public enum Event: Sendable, Hashable {
        /// Somebody wants a connection, or wants it with new parameters.
        case connect
        /// How far the attempt has come.
        case phase(ConnectionPhase)
        /// The attempt succeeded.
        case opened
        /// The attempt failed.
        case failed(PostgresError)
        /// A unit was sent.
        case asked
        /// A unit's answer came; an error that the server answered with counts.
        case answered
        /// A unit's deadline passed and the connection stands.
        case unanswered
        /// The connection ended.
        case lost(PostgresError)
        /// The moment of ``Action/wait(until:)`` has come.
        case timePassed
        /// A person wants no more waiting.
        case retryNow
        /// The parameters have a password now, or another one.
        case passwordGiven
        case close
    }

    public enum Action: Sendable, Hashable {
        case none
        /// Drop any connection and any attempt there is, and begin an attempt.
        case connect
        /// Send ``Event/timePassed`` at that moment.
        case wait(until: ContinuousClock.Instant)
        /// Ask for a password, and send ``Event/passwordGiven``. A refused one is not tried again by the back-off: that may lock an account.
        case askPassword(PostgresError)
        /// Drop any connection and any attempt there is.
        case disconnect
    }
}
