public import PostgresClient

/// Who waits for whose lock (pg_locks, pg_blocking_pids): every waiting session, at most 200, and all that block one of them.
///
/// Anyone sees locks; who holds them, with state and query, only members of its role and of pg_read_all_stats. While nobody waits, pg_locks
/// is not read: it takes the lock manager's own locks, as pg_blocking_pids does, which is asked of waiting sessions only. A role that is
/// not shown what other sessions wait for reads it each time.
public struct LockWaitsProbe: Probe {
    public static let name: ProbeName = "lock_waits"
    public static let topics: Set<Topic> = [.locks, .alerts]
    public static let right = Right.role("pg_read_all_stats")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let since = server >= ServerVersion(major: 14) ? "coalesce(w.waitstart, a.query_start)" : "a.query_start"
        let waitStart = server >= ServerVersion(major: 14) ? ", l.waitstart" : ""
        return Statement(
            """
            WITH w AS MATERIALIZED (
              SELECT l.pid, l.locktype, l.mode, l.database, l.relation, l.transactionid, l.classid, l.objid\(waitStart),
                pg_catalog.pg_blocking_pids(l.pid) AS blockers
              FROM pg_catalog.pg_locks l
              WHERE NOT l.granted AND EXISTS (SELECT FROM pg_catalog.pg_stat_activity a
                WHERE a.wait_event_type OPERATOR(pg_catalog.=) 'Lock' OR a.backend_type IS NULL)
              ORDER BY l.pid LIMIT \(LimitedList<LockParty>.limit))
            SELECT p.pid, w.locktype, w.mode, w.blockers, d.datname AS lock_database, n.nspname AS schema, c.relname AS name,
              w.relation, w.transactionid, w.classid, w.objid, extract(epoch FROM \(since)) AS since,
              a.usename, a.datname, a.application_name, a.backend_type, a.state, extract(epoch FROM a.xact_start) AS xact_start,
              extract(epoch FROM a.state_change) AS state_change,
              CASE WHEN a.backend_type IS NOT NULL THEN pg_catalog.left(a.query, \(QueryText.limit)) END AS query,
              pg_catalog.length(a.query) AS query_length
            FROM (SELECT w.pid FROM w UNION SELECT b FROM w, pg_catalog.unnest(w.blockers) b) p
              LEFT JOIN w ON w.pid OPERATOR(pg_catalog.=) p.pid
              LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) p.pid
              LEFT JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) w.database
              LEFT JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) w.relation AND (w.database OPERATOR(pg_catalog.=) 0
                OR d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            ORDER BY p.pid
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> [LockParty] {
        var parties: [LockParty] = []
        for row in rows {
            var party = LockParty(
                pid: try row.value("pid"), user: try row.optional("usename"), database: try row.optional("datname"),
                application: try row.optional("application_name"), backendType: try row.optional("backend_type"),
                state: try row.optional("state"), transactionStarted: try row.optional("xact_start"),
                stateChanged: try row.optional("state_change"), query: try QueryText(row))
            if let type: String = try row.optional("locktype") {
                party.wait = LockWait(
                    lockType: type, mode: try row.value("mode"), blockers: try row.optional("blockers") ?? [],
                    database: try row.optional("lock_database"), relation: try ObjectName(row), relationOID: try row.optional("relation"),
                    transactionID: try row.optional("transactionid"), advisoryKey: try Self.advisoryKey(row, type),
                    since: try row.optional("since"))
            }
            parties.append(party)
        }
        return parties
    }

    private static func advisoryKey(_ row: Row, _ type: String) throws(DecodingFailure) -> [UInt32]? {
        guard type == "advisory" else { return nil }
        let high: OID = try row.value("classid")
        let low: OID = try row.value("objid")
        return [high.rawValue, low.rawValue]
    }
}

/// A session that waits for a lock, or that another one waits for. Points in time are seconds since the epoch by the server's clock.
public struct LockParty: Sendable, Hashable, Codable {
    /// 0 stands for a prepared transaction.
    public var pid: Int32
    public var user: String?
    public var database: String?
    public var application: String?
    /// nil where the session is hidden, has gone or is a prepared transaction.
    public var backendType: String?
    public var state: String?
    public var transactionStarted: Double?
    public var stateChanged: Double?
    public var query: QueryText?
    /// nil for one that only blocks others.
    public var wait: LockWait?

    public init(
        pid: Int32, user: String? = nil, database: String? = nil, application: String? = nil, backendType: String? = nil,
        state: String? = nil, transactionStarted: Double? = nil, stateChanged: Double? = nil, query: QueryText? = nil, wait: LockWait? = nil
    ) {
        self.pid = pid
        self.user = user
        self.database = database
        self.application = application
        self.backendType = backendType
        self.state = state
        self.transactionStarted = transactionStarted
        self.stateChanged = stateChanged
        self.query = query
        self.wait = wait
    }

    /// Whether more than its process, database and user is for members of pg_read_all_stats only.
    public var isHidden: Bool { backendType == nil && pid != 0 }
}

/// What a session waits for.
public struct LockWait: Sendable, Hashable, Codable {
    /// pg_locks.locktype: `relation`, `transactionid`, `tuple`, `advisory` ...
    public var lockType: String
    /// pg_locks.mode: `AccessExclusiveLock` ...
    public var mode: String
    /// Whom it waits for, by pg_blocking_pids: those that hold the lock, and those ahead in its queue.
    public var blockers: [Int32]
    /// Of the locked object.
    public var database: String?
    /// nil where the lock is on no relation, or on one of another database.
    public var relation: ObjectName?
    public var relationOID: UInt32?
    /// The transaction whose end is waited for, where ``lockType`` is `transactionid`.
    public var transactionID: UInt32?
    /// The two halves of an advisory lock's key.
    public var advisoryKey: [UInt32]?
    /// Since when: exact from 14 on (pg_locks.waitstart), before that the beginning of the query.
    public var since: Double?

    public init(
        lockType: String, mode: String, blockers: [Int32], database: String? = nil, relation: ObjectName? = nil,
        relationOID: UInt32? = nil, transactionID: UInt32? = nil, advisoryKey: [UInt32]? = nil, since: Double? = nil
    ) {
        self.lockType = lockType
        self.mode = mode
        self.blockers = blockers
        self.database = database
        self.relation = relation
        self.relationOID = relationOID
        self.transactionID = transactionID
        self.advisoryKey = advisoryKey
        self.since = since
    }
}

extension Snapshot {
    public var lockWaits: Reading<[LockParty]> { self[LockWaitsProbe.self] }
}
