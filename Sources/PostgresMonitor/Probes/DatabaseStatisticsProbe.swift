public import PostgresClient

/// The counters of pg_stat_database, summed over all databases: its rows are shown to everybody, unlike those of pg_stat_activity.
public struct DatabaseStatisticsProbe: Probe {
    public static let name: ProbeName = "database_statistics"
    public static let topics: Set<Topic> = [.bar]
    public static let right = Right.select("pg_catalog.pg_stat_database")
    public static let deadline = Duration.seconds(3)

    public init() {}

    /// The columns that are summed, with the counter that each feeds.
    private static let counted: [(column: String, counter: Counter)] = [
        ("xact_commit", .commits), ("xact_rollback", .rollbacks), ("tup_returned", .tuplesReturned), ("tup_fetched", .tuplesFetched),
        ("tup_inserted", .tuplesInserted), ("tup_updated", .tuplesUpdated), ("tup_deleted", .tuplesDeleted), ("blks_hit", .blocksHit),
        ("blks_read", .blocksRead), ("temp_bytes", .tempBytes), ("deadlocks", .deadlocks),
    ]

    /// In the order of the answer, behind the sessions.
    static var counters: [Counter] { counted.map(\.counter) }

    /// One array is a third of the bytes of so many columns.
    private static let question: Statement = {
        let sums = (["numbackends"] + counted.map(\.column)).map { "pg_catalog.sum(\($0))" }.joined(separator: ",")
        return Statement("SELECT ARRAY[\(sums)]a,extract(epoch FROM pg_catalog.max(stats_reset))r FROM pg_catalog.pg_stat_database")
    }()

    public func statement(on server: ServerVersion) -> Statement { Self.question }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> DatabaseStatistics {
        let row = try rows.only("a")
        let sums: [Int64] = try row.array("a", count: Self.counted.count + 1)
        let totals = Dictionary(uniqueKeysWithValues: zip(Self.counters, sums.dropFirst()))
        return DatabaseStatistics(sessions: Int(sums[0]), totals: totals, resetAt: try row.optional("r"))
    }

    public static func counters(in answer: DatabaseStatistics) -> Counters { Counters(answer.totals, begin: answer.resetAt) }

    public static func gauges(in answer: DatabaseStatistics) -> [Metric: Double] { [.sessions: Double(answer.sessions)] }
}

public struct DatabaseStatistics: Sendable, Hashable, Codable {
    /// Sessions in all databases (numbackends).
    public var sessions: Int
    /// Since the statistics were reset.
    public var totals: [Counter: Int64]
    /// The latest stats_reset of any database, seconds since the epoch; nil where there was none.
    public var resetAt: Double?

    public init(sessions: Int, totals: [Counter: Int64] = [:], resetAt: Double? = nil) {
        self.sessions = sessions
        self.totals = totals
        self.resetAt = resetAt
    }
}

extension Snapshot {
    public var databaseStatistics: Reading<DatabaseStatistics> { self[DatabaseStatisticsProbe.self] }
}
