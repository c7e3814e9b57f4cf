public import PostgresClient

/// What the statistics collector counted of a table, TOAST table or materialized view (pg_stat_all_tables) since the statistics were reset.
public struct RelationActivity: Sendable, Hashable {
    /// n_live_tup and n_dead_tup: estimates.
    public var liveRows: Int64
    public var deadRows: Int64
    /// n_mod_since_analyze.
    public var changesSinceAnalyze: Int64
    public var lastVacuum: Timestamp?
    public var lastAutovacuum: Timestamp?
    public var lastAnalyze: Timestamp?
    public var lastAutoanalyze: Timestamp?
    public var sequentialScans: Int64
    /// nil where there is no index.
    public var indexScans: Int64?

    public init(
        liveRows: Int64, deadRows: Int64, changesSinceAnalyze: Int64 = 0, lastVacuum: Timestamp? = nil, lastAutovacuum: Timestamp? = nil,
        lastAnalyze: Timestamp? = nil, lastAutoanalyze: Timestamp? = nil, sequentialScans: Int64 = 0, indexScans: Int64? = nil
    ) {
        self.liveRows = liveRows
        self.deadRows = deadRows
        self.changesSinceAnalyze = changesSinceAnalyze
        self.lastVacuum = lastVacuum
        self.lastAutovacuum = lastAutovacuum
        self.lastAnalyze = lastAnalyze
        self.lastAutoanalyze = lastAutoanalyze
        self.sequentialScans = sequentialScans
        self.indexScans = indexScans
    }
}
