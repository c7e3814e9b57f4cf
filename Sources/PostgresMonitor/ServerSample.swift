public import PostgresClient

/// One reading of the status probe: what the server said at one moment. Counters are the server's lifetime totals.
public struct ServerSample: Sendable, Hashable {
    /// select version(), the plain string.
    public var version: String
    public var serverVersion: ServerVersion
    /// pg_postmaster_start_time, seconds since the epoch.
    public var startedAt: Double
    /// clock_timestamp() at the server, seconds since the epoch.
    public var serverTime: Double
    public var isInRecovery: Bool
    /// Sessions of all databases (pg_stat_database.numbackends).
    public var sessions: Int
    public var maximumSessions: Int
    /// xact_commit + xact_rollback of all databases.
    public var transactions: Int64
    public var blocksHit: Int64
    public var blocksRead: Int64
    /// The latest stats_reset of all databases, seconds since the epoch; a change begins a new series.
    public var statisticsReset: Double?
    public var currentUser: String
    public var isSuperuser: Bool

    public init(
        version: String, serverVersion: ServerVersion, startedAt: Double, serverTime: Double, isInRecovery: Bool, sessions: Int,
        maximumSessions: Int, transactions: Int64, blocksHit: Int64, blocksRead: Int64, statisticsReset: Double?,
        currentUser: String, isSuperuser: Bool
    ) {
        self.version = version
        self.serverVersion = serverVersion
        self.startedAt = startedAt
        self.serverTime = serverTime
        self.isInRecovery = isInRecovery
        self.sessions = sessions
        self.maximumSessions = maximumSessions
        self.transactions = transactions
        self.blocksHit = blocksHit
        self.blocksRead = blocksRead
        self.statisticsReset = statisticsReset
        self.currentUser = currentUser
        self.isSuperuser = isSuperuser
    }
}
