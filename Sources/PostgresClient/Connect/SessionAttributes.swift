/// target_session_attrs, judged here over all hosts: libpq is given one address at a time.
enum SessionAttributes: String, Sendable {
    case any
    case readWrite = "read-write"
    case readOnly = "read-only"
    case primary
    case standby
    case preferStandby = "prefer-standby"

    init(_ setting: String?) throws(PostgresError) {
        guard let setting else {
            self = .any
            return
        }
        guard let value = SessionAttributes(rawValue: setting) else {
            throw PostgresError(.badParameters, "invalid target_session_attrs value: \"\(setting)\"")
        }
        self = value
    }

    /// What to look for on the first walk over the hosts, and on the next.
    var passes: [SessionAttributes] { self == .preferStandby ? [.standby, .any] : [self] }

    /// Why a session is not of the wanted kind; nil when it is.
    nonisolated(nonsending) func mismatch(of connection: Connection) async throws(PostgresError) -> String? {
        guard self != .any else { return nil }
        let role = try await SessionRole(of: connection)
        switch self {
        case .any, .preferStandby: return nil
        case .readWrite: return role.isStandby || role.isReadOnly ? "the session is read-only" : nil
        case .readOnly: return role.isStandby || role.isReadOnly ? nil : "the session is not read-only"
        case .primary: return role.isStandby ? "the server is a standby" : nil
        case .standby: return role.isStandby ? nil : "the server is not a standby"
        }
    }
}

/// What a server is in its cluster.
private struct SessionRole: Sendable {
    var isStandby: Bool
    var isReadOnly: Bool

    /// From 14 the server tells by itself; an older one, or a pooler, is asked.
    nonisolated(nonsending) init(of connection: Connection) async throws(PostgresError) {
        if let isStandby = connection.server.isStandby, let isReadOnly = connection.server.isReadOnlyByDefault {
            self.isStandby = isStandby
            self.isReadOnly = isReadOnly
        } else {
            self = try await connection.ask(SessionRoleQuery(), limits: .probe).get()
        }
    }

    init(_ row: Row) throws(DecodingFailure) {
        isStandby = try row.value("standby")
        isReadOnly = try row.value("read_only")
    }
}

private struct SessionRoleQuery: Query {
    func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.pg_is_in_recovery() AS standby,
                   pg_catalog.current_setting('default_transaction_read_only') OPERATOR(pg_catalog.=) 'on' AS read_only
            """)
    }

    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> SessionRole {
        guard let row = rows.first else { throw DecodingFailure(column: "standby", row: 0, expected: "a row", found: nil) }
        return try SessionRole(row)
    }
}
