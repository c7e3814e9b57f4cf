public import PostgresClient

/// The tables of the session's database that stand out: the 50 with the most dead rows, the 50 largest, the 50 most often read from end to
/// end, and the 50 most written to (pg_class and the functions below pg_stat_all_tables, which answer for one table without reading all).
///
/// Anyone may read it. The system's own tables are left out. Sizes are estimates of the last vacuum or analyze: exact ones would wait for
/// locks.
public struct TablesProbe: Probe {
    public static let name: ProbeName = "tables"
    public static let topics: Set<Topic> = [.tables]
    public static let right = Right.select("pg_catalog.pg_class")
    public static let interval = ProbeInterval.every(.seconds(30))
    public static let deadline = Duration.seconds(3)

    private static let limit = 50

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let lastScan = server >= ServerVersion(major: 16) ? "extract(epoch FROM pg_catalog.pg_stat_get_lastscan(t.oid))" : "NULL"
        // 16384 is the first object identifier of a user's object.
        return Statement(
            """
            SELECT n.nspname AS schema, t.relname AS name, t.relkind, t.pages, pg_catalog.current_setting('block_size') AS block_size,
              t.live, t.dead, t.scans, t.writes,
              (SELECT pg_catalog.sum(pg_catalog.pg_stat_get_numscans(i.indexrelid)) FROM pg_catalog.pg_index i
                WHERE i.indrelid OPERATOR(pg_catalog.=) t.oid) AS idx_scan,
              pg_catalog.pg_stat_get_tuples_returned(t.oid) AS seq_tup_read,
              pg_catalog.pg_stat_get_mod_since_analyze(t.oid) AS n_mod_since_analyze,
              extract(epoch FROM pg_catalog.pg_stat_get_last_vacuum_time(t.oid)) AS last_vacuum,
              extract(epoch FROM pg_catalog.pg_stat_get_last_autovacuum_time(t.oid)) AS last_autovacuum,
              extract(epoch FROM pg_catalog.pg_stat_get_last_analyze_time(t.oid)) AS last_analyze,
              extract(epoch FROM pg_catalog.pg_stat_get_last_autoanalyze_time(t.oid)) AS last_autoanalyze,
              \(lastScan) AS last_seq_scan, t.total
            FROM (
                SELECT t.*, pg_catalog.count(*) OVER () AS total,
                  pg_catalog.row_number() OVER (ORDER BY t.dead DESC, t.oid) AS by_dead,
                  pg_catalog.row_number() OVER (ORDER BY t.pages DESC, t.oid) AS by_pages,
                  pg_catalog.row_number() OVER (ORDER BY t.scans DESC, t.oid) AS by_scans,
                  pg_catalog.row_number() OVER (ORDER BY t.writes DESC, t.oid) AS by_writes
                FROM (
                  SELECT c.oid, c.relname, c.relnamespace, c.relkind,
                    c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.+) coalesce(o.relpages, 0) AS pages,
                    pg_catalog.pg_stat_get_live_tuples(c.oid) AS live, pg_catalog.pg_stat_get_dead_tuples(c.oid) AS dead,
                    pg_catalog.pg_stat_get_numscans(c.oid) AS scans,
                    pg_catalog.pg_stat_get_tuples_inserted(c.oid) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_updated(c.oid)
                      OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_deleted(c.oid) AS writes
                  FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_class o ON o.oid OPERATOR(pg_catalog.=) c.reltoastrelid
                  WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m}'::pg_catalog."char"[]) AND c.oid OPERATOR(pg_catalog.>=) 16384) t) t
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.relnamespace
            WHERE least(t.by_dead, t.by_pages, t.by_scans, t.by_writes) OPERATOR(pg_catalog.<=) \(Self.limit)
            ORDER BY t.by_pages
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<TableActivity> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            guard let table = try ObjectName(row) else {
                throw DecodingFailure(column: "name", row: row.index, expected: "a table's name", found: nil)
            }
            let pages: Int64 = try row.value("pages")
            let live: Int64 = try row.value("live")
            return TableActivity(
                table: table, isMaterializedView: try row.value("relkind", as: Character.self) == "m",
                estimatedBytes: pages == 0 && live > 0 ? nil : pages &* (try row.value("block_size")), liveRows: live,
                deadRows: try row.value("dead"),
                sequentialScans: try row.value("scans"), sequentialRows: try row.value("seq_tup_read"),
                indexScans: try row.optional("idx_scan"), writes: try row.value("writes"),
                changesSinceAnalyze: try row.value("n_mod_since_analyze"), lastVacuum: try row.optional("last_vacuum"),
                lastAutovacuum: try row.optional("last_autovacuum"), lastAnalyze: try row.optional("last_analyze"),
                lastAutoanalyze: try row.optional("last_autoanalyze"), lastSequentialScan: try row.optional("last_seq_scan"))
        }
    }
}

/// A table and what was counted of it since the database's statistics were reset. Points in time are seconds since the epoch.
public struct TableActivity: Sendable, Hashable, Codable {
    public var table: ObjectName
    public var isMaterializedView: Bool
    /// Heap and TOAST by relpages, without indexes: as of the last vacuum or analyze. nil where it has rows and neither has seen them yet.
    public var estimatedBytes: Int64?
    public var liveRows: Int64
    public var deadRows: Int64
    public var sequentialScans: Int64
    /// Rows that those read.
    public var sequentialRows: Int64
    /// nil without an index.
    public var indexScans: Int64?
    /// Rows inserted, updated and deleted.
    public var writes: Int64
    public var changesSinceAnalyze: Int64
    public var lastVacuum: Double?
    public var lastAutovacuum: Double?
    public var lastAnalyze: Double?
    public var lastAutoanalyze: Double?
    /// From 16 on.
    public var lastSequentialScan: Double?

    public init(
        table: ObjectName, isMaterializedView: Bool = false, estimatedBytes: Int64? = nil, liveRows: Int64 = 0, deadRows: Int64 = 0,
        sequentialScans: Int64 = 0, sequentialRows: Int64 = 0, indexScans: Int64? = nil, writes: Int64 = 0,
        changesSinceAnalyze: Int64 = 0, lastVacuum: Double? = nil, lastAutovacuum: Double? = nil, lastAnalyze: Double? = nil,
        lastAutoanalyze: Double? = nil, lastSequentialScan: Double? = nil
    ) {
        self.table = table
        self.isMaterializedView = isMaterializedView
        self.estimatedBytes = estimatedBytes
        self.liveRows = liveRows
        self.deadRows = deadRows
        self.sequentialScans = sequentialScans
        self.sequentialRows = sequentialRows
        self.indexScans = indexScans
        self.writes = writes
        self.changesSinceAnalyze = changesSinceAnalyze
        self.lastVacuum = lastVacuum
        self.lastAutovacuum = lastAutovacuum
        self.lastAnalyze = lastAnalyze
        self.lastAutoanalyze = lastAutoanalyze
        self.lastSequentialScan = lastSequentialScan
    }

    /// 0 ... 1 of all rows; nil where none is known.
    public var deadFraction: Double? {
        let all = Double(liveRows) + Double(deadRows)
        return all > 0 ? Double(deadRows) / all : nil
    }
}

extension Snapshot {
    /// The largest first.
    public var tables: Reading<LimitedList<TableActivity>> { self[TablesProbe.self] }
}
