public import PostgresClient
public import PostgresMonitor

/// How it stands with the way to the server, as the faces without a screen tell it.
public struct StatusLink: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        case idle, connecting, connected
        /// Connected, but the last refresh was not answered in time.
        case silent
        /// The server asks for a password, or refuses the one given.
        case passwordNeeded = "password_needed"
        /// Not connected; the next attempt follows by itself.
        case waiting
        case closed
    }

    public var state: State
    /// In a few words: "connected", "connection refused".
    public var words: String
    /// Why there is no connection, where that is known.
    public var error: PostgresError?
    /// Who answers, while somebody does.
    public var server: ServerIdentity?
    /// When this began.
    public var since: WallClock
    /// When the next attempt is due.
    public var nextTry: WallClock?

    public init(
        _ state: State, words: String, error: PostgresError? = nil, server: ServerIdentity? = nil, since: WallClock,
        nextTry: WallClock? = nil
    ) {
        self.state = state
        self.words = words
        self.error = error
        self.server = server
        self.since = since
        self.nextTry = nextTry
    }
}
