public import PostgresClient

/// The life of the link to the server as the screen tells it.
public enum LinkState: Sendable, Hashable {
    /// There is nothing to connect to yet.
    case idle
    case connecting(ConnectionPhase, since: ContinuousClock.Instant)
    case ready(ServerIdentity)
    /// Connected, but the probe sent at this moment was not answered in time.
    case silent(ServerIdentity, since: ContinuousClock.Instant)
    /// The server asks for a password; after a refused one the error says so.
    case passwordNeeded(PostgresError)
    /// The link was lost or could not be made; the next attempt follows by itself.
    case waiting(PostgresError, until: ContinuousClock.Instant)
    case closed
}

extension LinkState {
    /// Whether what is asked now has a chance to be answered.
    public var isReady: Bool {
        if case .ready = self { true } else { false }
    }

    public var server: ServerIdentity? {
        switch self {
        case .ready(let server), .silent(let server, _): server
        default: nil
        }
    }

    /// When what was not answered was sent; nil where the link is not silent.
    public var silentSince: ContinuousClock.Instant? {
        if case .silent(_, let since) = self { since } else { nil }
    }

    /// Whether the server is there and only the database asked for cannot be entered: dropped, closed, or no CONNECT.
    public var isTroubleOfDatabase: Bool { ["3D000", "42501", "55000"].contains(trouble?.sqlState) }

    /// Why there is no answer to be had, where that is known.
    public var trouble: PostgresError? {
        switch self {
        case .passwordNeeded(let error), .waiting(let error, _): error
        default: nil
        }
    }
}
