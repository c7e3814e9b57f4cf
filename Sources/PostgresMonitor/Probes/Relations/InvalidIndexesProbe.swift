public import PostgresClient

/// Indexes of the session's database that queries cannot use (pg_index.indisvalid): left by a CREATE INDEX CONCURRENTLY that failed, still
/// being built, or of a partitioned table whose partitions have not all got theirs. Anyone may read it.
public struct InvalidIndexesProbe: Probe {
    public static let name: ProbeName = "invalid_indexes"
    public static let topics: Set<Topic> = [.indexes, .health]
    public static let right = Right.select("pg_catalog.pg_index")
    public static let interval = ProbeInterval.every(.seconds(60))
    public static let deadline = Duration.seconds(3)

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT n.nspname AS schema, c.relname AS name, t.relname AS table, c.relkind, i.indisready,
              EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
                WHERE p.index_relid OPERATOR(pg_catalog.=) c.oid AND p.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
                AS being_built,
              pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
              JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) i.indrelid
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE NOT i.indisvalid
            ORDER BY n.nspname, c.relname
            LIMIT \(LimitedList<InvalidIndex>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<InvalidIndex> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            InvalidIndex(
                schema: try row.value("schema"), name: try row.value("name"), table: try row.value("table"),
                isPartitioned: try row.value("relkind", as: Character.self) == "I", isMaintained: try row.value("indisready"),
                isBeingBuilt: try row.value("being_built"))
        }
    }
}

public struct InvalidIndex: Sendable, Hashable, Codable {
    /// Of the index and its table.
    public var schema: String
    public var name: String
    public var table: String
    /// Whether it is the index of a partitioned table.
    public var isPartitioned: Bool
    /// Whether writes keep it up to date (pg_index.indisready), though nothing reads it.
    public var isMaintained: Bool
    /// Whether CREATE INDEX or REINDEX is at it right now, as far as one may see (pg_stat_progress_create_index).
    public var isBeingBuilt: Bool

    public init(schema: String, name: String, table: String, isPartitioned: Bool = false, isMaintained: Bool, isBeingBuilt: Bool) {
        self.schema = schema
        self.name = name
        self.table = table
        self.isPartitioned = isPartitioned
        self.isMaintained = isMaintained
        self.isBeingBuilt = isBeingBuilt
    }
}

extension Snapshot {
    public var invalidIndexes: Reading<LimitedList<InvalidIndex>> { self[InvalidIndexesProbe.self] }
}
