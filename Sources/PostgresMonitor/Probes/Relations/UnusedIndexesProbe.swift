public import PostgresClient

/// Indexes of the session's database that no query has used since its statistics were reset, the largest first: valid ones that uphold no
/// constraint and are no replica identity (pg_index, pg_stat_all_indexes). Anyone may read it.
///
/// A standby counts its own queries alone.
public struct UnusedIndexesProbe: Probe {
    public static let name: ProbeName = "unused_indexes"
    public static let topics: Set<Topic> = [.indexes]
    public static let right = Right.select("pg_catalog.pg_index")
    public static let interval = ProbeInterval.every(.seconds(60))
    public static let deadline = Duration.seconds(3)

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT n.nspname AS schema, c.relname AS name, t.relname AS table, c.relpages,
              pg_catalog.current_setting('block_size') AS block_size,
              extract(epoch FROM (SELECT pg_catalog.pg_stat_get_db_stat_reset_time(d.oid) FROM pg_catalog.pg_database d
                WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())) AS since, pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
              JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) i.indrelid
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE c.relkind OPERATOR(pg_catalog.=) 'i' AND c.oid OPERATOR(pg_catalog.>=) 16384 AND i.indisvalid
              AND NOT i.indisunique AND NOT i.indisexclusion AND NOT i.indisreplident
              AND t.relkind OPERATOR(pg_catalog.<>) 't' AND pg_catalog.pg_stat_get_numscans(c.oid) OPERATOR(pg_catalog.=) 0
            ORDER BY c.relpages DESC, c.oid
            LIMIT \(LimitedList<UnusedIndex>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<UnusedIndex> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            let pages: Int64 = try row.value("relpages")
            return UnusedIndex(
                schema: try row.value("schema"), name: try row.value("name"), table: try row.value("table"),
                estimatedBytes: pages &* (try row.value("block_size")), since: try row.optional("since"))
        }
    }
}

public struct UnusedIndex: Sendable, Hashable, Codable {
    /// Of the index and its table.
    public var schema: String
    public var name: String
    public var table: String
    /// By relpages: as of the last vacuum, analyze or index build.
    public var estimatedBytes: Int64
    /// When the database's statistics were reset, seconds since the epoch; nil where they never were.
    public var since: Double?

    public init(schema: String, name: String, table: String, estimatedBytes: Int64, since: Double? = nil) {
        self.schema = schema
        self.name = name
        self.table = table
        self.estimatedBytes = estimatedBytes
        self.since = since
    }
}

extension Snapshot {
    public var unusedIndexes: Reading<LimitedList<UnusedIndex>> { self[UnusedIndexesProbe.self] }
}
