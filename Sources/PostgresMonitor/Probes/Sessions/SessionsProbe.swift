public import PostgresClient

/// The sessions and other processes of the server (pg_stat_activity), the 200 that matter most: those in a transaction first, the oldest
/// first, idle ones behind, hidden ones last. pgdeck's asking session is left out.
public struct SessionsProbe: Probe {
    public static let name: ProbeName = "sessions"
    public static let topics: Set<Topic> = [.sessions]
    public static let right = Right.role("pg_read_all_stats")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // Blockers are asked of waiting sessions only: pg_blocking_pids takes the lock manager's own locks.
        Statement(
            """
            SELECT a.pid, a.datname, a.usename, a.application_name, pg_catalog.host(a.client_addr) AS client_addr, a.backend_type,
              a.state, a.wait_event_type, a.wait_event, extract(epoch FROM a.query_start) AS query_start,
              extract(epoch FROM a.xact_start) AS xact_start, extract(epoch FROM a.backend_start) AS backend_start,
              extract(epoch FROM a.state_change) AS state_change,
              CASE WHEN a.wait_event_type OPERATOR(pg_catalog.=) 'Lock' THEN pg_catalog.pg_blocking_pids(a.pid) END AS blocked_by,
              a.leader_pid, \(server >= ServerVersion(major: 14) ? "a.query_id" : "NULL::pg_catalog.int8 AS query_id"),
              CASE WHEN a.backend_type IS NOT NULL THEN pg_catalog.left(a.query, \(QueryText.limit)) END AS query,
              pg_catalog.length(a.query) AS query_length, pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_stat_activity a
            WHERE a.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
            ORDER BY a.backend_type IS NULL, a.xact_start NULLS LAST, a.state OPERATOR(pg_catalog.=) 'idle', a.state_change DESC NULLS LAST,
              a.pid
            LIMIT \(LimitedList<Session>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<Session> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            Session(
                pid: try row.value("pid"), database: try row.optional("datname"), user: try row.optional("usename"),
                application: try row.optional("application_name"), clientAddress: try row.optional("client_addr"),
                backendType: try row.optional("backend_type"), state: try row.optional("state"),
                waitEventType: try row.optional("wait_event_type"), waitEvent: try row.optional("wait_event"),
                queryStarted: try row.optional("query_start"), transactionStarted: try row.optional("xact_start"),
                started: try row.optional("backend_start"), stateChanged: try row.optional("state_change"),
                blockedBy: try row.optional("blocked_by") ?? [], leaderPID: try row.optional("leader_pid"),
                queryID: try row.optional("query_id"), query: try QueryText(row))
        }
    }
}

/// A process of the server. Points in time are seconds since the epoch by the server's clock (`ServerPulse.serverTime`).
public struct Session: Sendable, Hashable, Codable {
    public var pid: Int32
    public var database: String?
    public var user: String?
    public var application: String?
    /// nil for a Unix socket, and where it is hidden.
    public var clientAddress: String?
    /// `client backend`, `autovacuum worker`, `walsender` ...; nil where the session is hidden.
    public var backendType: String?
    public var state: String?
    public var waitEventType: String?
    public var waitEvent: String?
    public var queryStarted: Double?
    public var transactionStarted: Double?
    public var started: Double?
    public var stateChanged: Double?
    /// Whom it waits for, where it waits behind a lock; 0 is a prepared transaction.
    public var blockedBy: [Int32]
    /// Of a parallel worker, or of a parallel apply worker from 16 on.
    public var leaderPID: Int32?
    /// From 14 on, where compute_query_id is on.
    public var queryID: Int64?
    /// What runs, or ran last in an idle session; nil where it is hidden.
    public var query: QueryText?

    public init(
        pid: Int32, database: String? = nil, user: String? = nil, application: String? = nil, clientAddress: String? = nil,
        backendType: String? = nil, state: String? = nil, waitEventType: String? = nil, waitEvent: String? = nil,
        queryStarted: Double? = nil, transactionStarted: Double? = nil, started: Double? = nil, stateChanged: Double? = nil,
        blockedBy: [Int32] = [], leaderPID: Int32? = nil, queryID: Int64? = nil, query: QueryText? = nil
    ) {
        self.pid = pid
        self.database = database
        self.user = user
        self.application = application
        self.clientAddress = clientAddress
        self.backendType = backendType
        self.state = state
        self.waitEventType = waitEventType
        self.waitEvent = waitEvent
        self.queryStarted = queryStarted
        self.transactionStarted = transactionStarted
        self.started = started
        self.stateChanged = stateChanged
        self.blockedBy = blockedBy
        self.leaderPID = leaderPID
        self.queryID = queryID
        self.query = query
    }

    /// Whether more than its process, database and user is for members of pg_read_all_stats only.
    public var isHidden: Bool { backendType == nil }
}

extension Snapshot {
    public var sessions: Reading<LimitedList<Session>> { self[SessionsProbe.self] }
}
