public import PostgresClient

/// What is counted for each database (pg_stat_database), the 200 with the most transactions, and how old their oldest frozen
/// transactions are (pg_database). Anyone may read it.
public struct DatabasesProbe: Probe {
    public static let name: ProbeName = "databases"
    public static let topics: Set<Topic> = [.overview, .health]
    public static let right = Right.select("pg_catalog.pg_stat_database")
    public static let deadline = Duration.seconds(3)

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let sessionStatistics =
            server >= ServerVersion(major: 14)
            ? """
            ARRAY[s.sessions, s.sessions_abandoned, s.sessions_fatal, s.sessions_killed] AS sessions,
              s.session_time, s.active_time, s.idle_in_transaction_time
            """ : "NULL AS sessions, NULL AS session_time, NULL AS active_time, NULL AS idle_in_transaction_time"
        return Statement(
            """
            SELECT d.datname, s.numbackends, ARRAY[\(Self.counted.map { "s.\($0)" }.joined(separator: ", "))] AS counted,
              s.checksum_failures, extract(epoch FROM s.checksum_last_failure) AS checksum_last_failure, \(sessionStatistics),
              pg_catalog.age(d.datfrozenxid) AS xid_age, pg_catalog.mxid_age(d.datminmxid) AS mxid_age,
              extract(epoch FROM s.stats_reset) AS stats_reset, pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_stat_database s LEFT JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) s.datid
            WHERE d.oid IS NOT NULL OR s.datid OPERATOR(pg_catalog.=) 0
            ORDER BY s.xact_commit DESC, s.datid
            LIMIT \(LimitedList<DatabaseActivity>.limit)
            """)
    }

    /// In the order of the members of ``DatabaseActivity``.
    private static let counted = [
        "xact_commit", "xact_rollback", "blks_hit", "blks_read", "tup_returned", "tup_fetched", "tup_inserted", "tup_updated",
        "tup_deleted",
        "conflicts", "temp_files", "temp_bytes", "deadlocks",
    ]

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<DatabaseActivity> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            let counted: [Int64] = try row.array("counted", count: Self.counted.count)
            return DatabaseActivity(
                name: try row.optional("datname"), sessions: try row.value("numbackends"), commits: counted[0], rollbacks: counted[1],
                blocksHit: counted[2], blocksRead: counted[3], tuplesReturned: counted[4], tuplesFetched: counted[5],
                tuplesInserted: counted[6], tuplesUpdated: counted[7], tuplesDeleted: counted[8], conflicts: counted[9],
                tempFiles: counted[10], tempBytes: counted[11], deadlocks: counted[12],
                checksumFailures: try row.optional("checksum_failures"),
                lastChecksumFailure: try row.optional("checksum_last_failure"),
                sessionStatistics: try SessionStatistics(row), transactionIDAge: try row.optional("xid_age"),
                multixactAge: try row.optional("mxid_age"), resetAt: try row.optional("stats_reset"))
        }
    }

    /// None of a list that was cut: which databases are in it changes.
    public static func counters(in answer: LimitedList<DatabaseActivity>) -> Counters {
        guard answer.omitted == 0 else { return Counters() }
        let sum = { (member: (DatabaseActivity) -> Int64) in answer.rows.reduce(0) { $0 &+ member($1) } }
        return Counters(
            [.conflicts: sum(\.conflicts), .tempFiles: sum(\.tempFiles), .checksumFailures: sum { $0.checksumFailures ?? 0 }],
            begin: answer.rows.compactMap(\.resetAt).max())
    }
}

/// A row of pg_stat_database. Counters are totals since ``resetAt``; points in time are seconds since the epoch.
public struct DatabaseActivity: Sendable, Hashable, Codable {
    /// nil for what all databases share.
    public var name: String?
    public var sessions: Int
    public var commits: Int64
    public var rollbacks: Int64
    public var blocksHit: Int64
    public var blocksRead: Int64
    public var tuplesReturned: Int64
    public var tuplesFetched: Int64
    public var tuplesInserted: Int64
    public var tuplesUpdated: Int64
    public var tuplesDeleted: Int64
    /// Queries cancelled on a standby because of recovery.
    public var conflicts: Int64
    public var tempFiles: Int64
    public var tempBytes: Int64
    public var deadlocks: Int64
    /// nil where data checksums are off.
    public var checksumFailures: Int64?
    public var lastChecksumFailure: Double?
    /// From 14 on.
    public var sessionStatistics: SessionStatistics?
    /// age(datfrozenxid), in transactions.
    public var transactionIDAge: Int64?
    /// mxid_age(datminmxid), in multixacts.
    public var multixactAge: Int64?
    public var resetAt: Double?

    public init(
        name: String?, sessions: Int, commits: Int64 = 0, rollbacks: Int64 = 0, blocksHit: Int64 = 0, blocksRead: Int64 = 0,
        tuplesReturned: Int64 = 0, tuplesFetched: Int64 = 0, tuplesInserted: Int64 = 0, tuplesUpdated: Int64 = 0, tuplesDeleted: Int64 = 0,
        conflicts: Int64 = 0, tempFiles: Int64 = 0, tempBytes: Int64 = 0, deadlocks: Int64 = 0, checksumFailures: Int64? = nil,
        lastChecksumFailure: Double? = nil, sessionStatistics: SessionStatistics? = nil, transactionIDAge: Int64? = nil,
        multixactAge: Int64? = nil, resetAt: Double? = nil
    ) {
        self.name = name
        self.sessions = sessions
        self.commits = commits
        self.rollbacks = rollbacks
        self.blocksHit = blocksHit
        self.blocksRead = blocksRead
        self.tuplesReturned = tuplesReturned
        self.tuplesFetched = tuplesFetched
        self.tuplesInserted = tuplesInserted
        self.tuplesUpdated = tuplesUpdated
        self.tuplesDeleted = tuplesDeleted
        self.conflicts = conflicts
        self.tempFiles = tempFiles
        self.tempBytes = tempBytes
        self.deadlocks = deadlocks
        self.checksumFailures = checksumFailures
        self.lastChecksumFailure = lastChecksumFailure
        self.sessionStatistics = sessionStatistics
        self.transactionIDAge = transactionIDAge
        self.multixactAge = multixactAge
        self.resetAt = resetAt
    }
}

/// How a database's sessions have gone (pg_stat_database from 14 on). Counts are of ended and present sessions; times in milliseconds.
public struct SessionStatistics: Sendable, Hashable, Codable {
    public var established: Int64
    /// The client went away without a word.
    public var abandoned: Int64
    public var fatal: Int64
    /// Ended by an administrator.
    public var killed: Int64
    public var connectedTime: Double
    public var activeTime: Double
    public var idleInTransactionTime: Double

    public init(
        established: Int64, abandoned: Int64, fatal: Int64, killed: Int64, connectedTime: Double, activeTime: Double,
        idleInTransactionTime: Double
    ) {
        self.established = established
        self.abandoned = abandoned
        self.fatal = fatal
        self.killed = killed
        self.connectedTime = connectedTime
        self.activeTime = activeTime
        self.idleInTransactionTime = idleInTransactionTime
    }

    init?(_ row: Row) throws(DecodingFailure) {
        guard let sessions: [Int64] = try row.optional("sessions"), sessions.count == 4 else { return nil }
        self.init(
            established: sessions[0], abandoned: sessions[1], fatal: sessions[2], killed: sessions[3],
            connectedTime: try row.value("session_time"), activeTime: try row.value("active_time"),
            idleInTransactionTime: try row.value("idle_in_transaction_time"))
    }
}

extension Snapshot {
    public var databases: Reading<LimitedList<DatabaseActivity>> { self[DatabasesProbe.self] }
}
