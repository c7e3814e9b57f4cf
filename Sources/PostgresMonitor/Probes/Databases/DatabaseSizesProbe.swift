public import PostgresClient

/// How large the databases are (pg_database_size), the 200 with the most sessions.
///
/// The server reads a database's whole folder for this, so it stops asking after a second: those whose turn did not come have no size
/// this time. Needs CONNECT on a database or membership in pg_read_all_stats; without either that database alone has no size.
public struct DatabaseSizesProbe: Probe {
    public static let name: ProbeName = "database_sizes"
    public static let topics: Set<Topic> = [.overview]
    public static let right = Right.role("pg_read_all_stats")
    public static let interval = ProbeInterval.every(.seconds(300))
    public static let deadline = Duration.seconds(3)

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT d.datname, d.permitted, CASE WHEN d.permitted AND extract(epoch FROM pg_catalog.clock_timestamp())
                OPERATOR(pg_catalog.<) d.until THEN pg_catalog.pg_database_size(d.oid) END AS bytes, d.total
            FROM (SELECT d.oid, d.datname, pg_catalog.count(*) OVER () AS total,
                coalesce(pg_catalog.has_database_privilege(d.oid, 'CONNECT'), false)
                  OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') AS permitted,
                extract(epoch FROM pg_catalog.statement_timestamp()) OPERATOR(pg_catalog.+) 1 AS until
              FROM pg_catalog.pg_database d
              ORDER BY pg_catalog.pg_stat_get_db_numbackends(d.oid) DESC, d.oid
              LIMIT \(LimitedList<DatabaseSize>.limit)) d
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<DatabaseSize> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            let bytes: Int64? = try row.optional("bytes")
            let isPermitted: Bool = try row.value("permitted")
            return DatabaseSize(name: try row.value("datname"), bytes: bytes, isPermitted: isPermitted)
        }
    }

    /// None where a size is missing: the sum of the others would be wrong.
    public static func gauges(in answer: LimitedList<DatabaseSize>) -> [Metric: Double] {
        let known = answer.rows.compactMap(\.bytes)
        guard answer.omitted == 0, known.count == answer.rows.count else { return [:] }
        return [.databaseSize: known.reduce(0) { $0 + Double($1) }]
    }
}

public struct DatabaseSize: Sendable, Hashable, Codable {
    public var name: String
    /// nil where one may not ask, and where the time was over before it could be asked.
    public var bytes: Int64?
    public var isPermitted: Bool

    public init(name: String, bytes: Int64?, isPermitted: Bool = true) {
        self.name = name
        self.bytes = bytes
        self.isPermitted = isPermitted
    }
}

extension Snapshot {
    public var databaseSizes: Reading<LimitedList<DatabaseSize>> { self[DatabaseSizesProbe.self] }
}
