/// What went wrong between pgdeck and a server, in the words a person can use.
public struct PostgresError: Error, Sendable, Hashable, Codable {
    /// Where in the life of a connection or a question it happened.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A setting that libpq refuses before anything is sent.
        case badParameters
        /// The host name has no address, or the resolver did not answer in time.
        case nameResolution
        /// No TCP (or socket) connection: refused, unreachable, or silent past its deadline.
        case unreachable
        /// TLS could not be agreed on or the certificate was not believed.
        case tls
        /// The server asks for a password and none is at hand.
        case passwordRequired
        /// The server refuses the login (wrong password, no pg_hba entry, role may not log in).
        case authentication
        /// The server refuses this session for another reason (starting up, full, no such database, no CONNECT).
        case refusedByServer
        /// The server answered a question with an error.
        case server
        /// The client's own deadline passed.
        case deadline
        /// The connection ended while it was in use.
        case connectionLost
        /// The request was given up by its asker.
        case cancelled
        /// An answer that this program does not understand.
        case protocolViolation
    }

    public var kind: Kind
    /// Five characters of SQLSTATE where the server gave one.
    public var sqlState: String?
    public var message: String
    public var detail: String?
    public var hint: String?
    /// The one-based character position in the statement, where the server gave one.
    public var position: Int?
    /// What this program was doing: "connecting to 192.0.2.7 port 5432".
    public var context: String?
    /// nil where the kind, the SQLSTATE and the message tell all that is known.
    public var cause: Cause?

    public init(
        _ kind: Kind, _ message: String, sqlState: String? = nil, detail: String? = nil, hint: String? = nil,
        position: Int? = nil, context: String? = nil, cause: Cause? = nil
    ) {
        self.kind = kind
        self.message = message
        self.sqlState = sqlState
        self.detail = detail
        self.hint = hint
        self.position = position
        self.context = context
        self.cause = cause
    }
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        [context, message, detail].compactMap(\.self).joined(separator: ": ") + (sqlState.map { " (SQLSTATE \($0))" } ?? "")
    }
}

extension PostgresError {
    static let cancelled = PostgresError(.cancelled, "the request was cancelled")
}
