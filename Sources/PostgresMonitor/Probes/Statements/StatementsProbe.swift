public import PostgresClient

/// The statements that took the most time since their statistics were reset, of all databases (the view pg_stat_statements of the extension
/// in the session's database).
///
/// The texts of others' statements are for members of pg_read_all_stats only; the figures are for everybody.
public struct StatementsProbe: Probe {
    public static let name: ProbeName = "statements"
    public static let topics: Set<Topic> = [.statements]
    public static let right = Right.role("pg_read_all_stats")
    public static let interval = ProbeInterval.every(.seconds(10))
    public static let deadline = Duration.seconds(3)

    private static let limit = 100

    public init() {}

    public static func absence(in context: ProbeContext) -> Absence? {
        guard let found = context.last?.statementsExtension.last?.value else { return .because("looking for pg_stat_statements") }
        return found.obstacle.map(Absence.because)
    }

    public func statement(in context: ProbeContext) -> Statement {
        statement(inSchema: context.last?.statementsExtension.last?.value.quotedSchema ?? "public")
    }

    public func statement(on server: ServerVersion) -> Statement { statement(inSchema: "public") }

    /// Only columns that every version of the extension from 1.8 on has under one name.
    /// - Parameter schema: quoted.
    private func statement(inSchema schema: String) -> Statement {
        Statement(
            """
            SELECT s.queryid, d.datname, pg_catalog.pg_get_userbyid(s.userid) AS usename, s.calls, s.rows, s.total_exec_time,
              s.shared_blks_hit, s.shared_blks_read, s.temp_blks_written, s.wal_bytes,
              pg_catalog.current_setting('block_size') AS block_size,
              CASE WHEN s.queryid IS NOT NULL THEN pg_catalog.left(s.query, \(QueryText.limit)) END AS query,
              pg_catalog.length(s.query) AS query_length,
              (SELECT pg_catalog.count(*) FROM \(schema).pg_stat_statements(false)) AS total
            FROM \(schema).pg_stat_statements s LEFT JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) s.dbid
            ORDER BY s.total_exec_time DESC
            LIMIT \(Self.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<StatementStatistics> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            let tempBlocks: Int64 = try row.value("temp_blks_written")
            return StatementStatistics(
                queryID: try row.optional("queryid"), database: try row.optional("datname"), user: try row.optional("usename"),
                calls: try row.value("calls"), rows: try row.value("rows"), totalTime: try row.value("total_exec_time"),
                blocksHit: try row.value("shared_blks_hit"), blocksRead: try row.value("shared_blks_read"),
                tempBytes: tempBlocks &* (try row.value("block_size")), walBytes: try row.value("wal_bytes"), query: try QueryText(row))
        }
    }
}

/// Totals of one statement, its constants left out, by one role in one database.
public struct StatementStatistics: Sendable, Hashable, Codable {
    /// nil where the statement is hidden.
    public var queryID: Int64?
    public var database: String?
    public var user: String?
    public var calls: Int64
    /// Returned or changed.
    public var rows: Int64
    /// Milliseconds of execution, without planning.
    public var totalTime: Double
    public var blocksHit: Int64
    public var blocksRead: Int64
    /// Written to temporary files.
    public var tempBytes: Int64
    public var walBytes: Int64
    /// nil where it is hidden.
    public var query: QueryText?

    public init(
        queryID: Int64?, database: String?, user: String?, calls: Int64, rows: Int64 = 0, totalTime: Double, blocksHit: Int64 = 0,
        blocksRead: Int64 = 0, tempBytes: Int64 = 0, walBytes: Int64 = 0, query: QueryText? = nil
    ) {
        self.queryID = queryID
        self.database = database
        self.user = user
        self.calls = calls
        self.rows = rows
        self.totalTime = totalTime
        self.blocksHit = blocksHit
        self.blocksRead = blocksRead
        self.tempBytes = tempBytes
        self.walBytes = walBytes
        self.query = query
    }

    /// Whether its text is for members of its role and of pg_read_all_stats only.
    public var isHidden: Bool { queryID == nil }

    /// Milliseconds.
    public var meanTime: Double { calls > 0 ? totalTime / Double(calls) : 0 }

    /// 0 ... 1; nil where it touched no block.
    public var hitRatio: Double? {
        let touched = Double(blocksHit) + Double(blocksRead)
        return touched > 0 ? Double(blocksHit) / touched : nil
    }
}

extension Snapshot {
    public var statements: Reading<LimitedList<StatementStatistics>> { self[StatementsProbe.self] }
}
