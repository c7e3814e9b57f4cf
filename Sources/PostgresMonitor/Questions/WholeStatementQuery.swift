public import PostgresClient

/// The whole text of a statement of which a probe told the beginning (``QueryText``): of a session (pg_stat_activity), or of those counted by
/// pg_stat_statements. At most a million characters.
///
/// For members of the statement's role and of pg_read_all_stats, as the beginning was.
public struct WholeStatementQuery: Query {
    public enum Source: Sendable, Hashable {
        /// What a session runs, or ran last, if it still is what began at this moment (seconds since the epoch).
        case session(pid: Int32, began: Double)
        /// By one role; the extension's schema is quoted for SQL where it must be.
        case counted(queryID: Int64, user: String, quotedSchema: String)
    }

    public let source: Source

    public init(_ source: Source) { self.source = source }

    public func statement(on server: ServerVersion) -> Statement {
        switch source {
        case .session(let pid, _):
            Statement(
                """
                SELECT pg_catalog.left(a.query, \(Self.limit)) AS query, extract(epoch FROM a.query_start) AS query_start
                FROM pg_catalog.pg_stat_activity a
                WHERE a.pid OPERATOR(pg_catalog.=) $1 AND a.backend_type IS NOT NULL
                """, [.integer(Int64(pid))])
        case .counted(let queryID, let user, let schema):
            Statement(
                """
                SELECT pg_catalog.left(s.query, \(Self.limit)) AS query
                FROM \(schema).pg_stat_statements s
                WHERE s.queryid OPERATOR(pg_catalog.=) $1 AND pg_catalog.pg_get_userbyid(s.userid) OPERATOR(pg_catalog.=) $2
                LIMIT 1
                """, [.integer(queryID), .name(user)])
        }
    }

    private static let limit = 1_000_000

    /// nil where it has gone: the session has ended or runs another statement, or its figures were reset.
    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> String? {
        guard let row = rows.first else { return nil }
        if case .session(_, let began) = source {
            // Moments travel as decimals of seconds, to the microsecond.
            guard let start: Double = try row.optional("query_start"), abs(start - began) < 0.000_5 else { return nil }
        }
        return try row.optional("query")
    }
}
