public import PostgresClient

/// Whether a server accepts a session; the raw values are the exit statuses of pg_isready.
public enum Readiness: Int32, Sendable, Hashable {
    case accepting = 0
    /// It answered and lets nobody in, or not this role, or not to this database.
    case refusing = 1
    case noAnswer = 2
    /// It was not asked: the settings do not lead anywhere.
    case notAsked = 3

    /// What a connection that could not be made, or did not last, says of the server.
    ///
    /// As pg_isready, but that one calls a server accepting which refuses the password; a login is what pgdeck needs.
    public init(_ error: PostgresError) {
        self =
            switch error.kind {
            case .badParameters: .notAsked
            case .nameResolution, .unreachable, .deadline, .connectionLost, .cancelled: .noAnswer
            case .tls, .passwordRequired, .authentication, .refusedByServer, .server, .protocolViolation: .refusing
            }
    }
}
