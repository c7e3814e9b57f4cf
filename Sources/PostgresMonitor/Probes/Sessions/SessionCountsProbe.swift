public import PostgresClient

/// How many sessions are in which state and wait for what, and which transactions are the oldest (pg_stat_activity).
///
/// Everybody is shown every session's process; its state only to members of its role and of pg_read_all_stats. Sessions of no database
/// (background processes, physical replication) are not counted.
public struct SessionCountsProbe: Probe {
    public static let name: ProbeName = "session_counts"
    public static let topics: Set<Topic> = [.overview, .sessions, .alerts]
    public static let right = Right.role("pg_read_all_stats")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT a.backend_type, a.state, a.wait_event_type, pg_catalog.count(*) AS n,
              extract(epoch FROM pg_catalog.min(a.xact_start)) AS xact_start,
              (pg_catalog.array_agg(a.pid ORDER BY a.xact_start))[1] AS xact_pid,
              extract(epoch FROM pg_catalog.min(a.state_change)) AS state_change,
              (pg_catalog.array_agg(a.pid ORDER BY a.state_change))[1] AS state_pid,
              extract(epoch FROM pg_catalog.clock_timestamp()) AS now
            FROM pg_catalog.pg_stat_activity a
            WHERE a.datid IS NOT NULL AND a.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
            GROUP BY 1, 2, 3
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> SessionCounts {
        var counts = SessionCounts()
        for row in rows {
            let number: Int = try row.value("n")
            guard let type: String = try row.optional("backend_type") else {
                counts.hidden += number
                continue
            }
            guard type == "client backend" else {
                counts.others += number
                continue
            }
            let state: String? = try row.optional("state")
            counts.groups.append(
                SessionCounts.Group(state: state, waitEventType: try row.optional("wait_event_type"), count: number))
            let now: Double = try row.value("now")
            if let began: Double = try row.optional("xact_start") {
                counts.noteTransaction(try row.value("xact_pid"), age: max(0, now - began))
            }
            if state?.hasPrefix("idle in transaction") == true, let since: Double = try row.optional("state_change") {
                counts.noteIdleInTransaction(try row.value("state_pid"), age: max(0, now - since))
            }
        }
        counts.groups.sort { ($0.state ?? "", $0.waitEventType ?? "") < ($1.state ?? "", $1.waitEventType ?? "") }
        return counts
    }

    /// None while sessions are hidden: what is unknown is no zero.
    public static func gauges(in answer: SessionCounts) -> [Metric: Double] {
        guard answer.hidden == 0 else { return [:] }
        return [
            .activeSessions: Double(answer.active), .idleSessions: Double(answer.idle),
            .idleInTransactionSessions: Double(answer.idleInTransaction), .waitingSessions: Double(answer.waitingForLock),
            .oldestTransaction: answer.oldestTransaction?.age ?? 0,
        ]
    }
}

/// Clients' sessions by state and wait; pgdeck's asking session is left out.
public struct SessionCounts: Sendable, Hashable, Codable {
    /// Clients whose state one may see.
    public var groups: [Group] = []
    /// What else is connected to a database: autovacuum and parallel workers, logical replication.
    public var others = 0
    /// Sessions whose state only members of pg_read_all_stats see; of any kind.
    public var hidden = 0
    /// Of the visible clients.
    public var oldestTransaction: Oldest?
    /// The session that has been idle in its transaction for longest.
    public var oldestIdleInTransaction: Oldest?

    public init() {}

    public struct Group: Sendable, Hashable, Codable {
        /// `active`, `idle`, `idle in transaction`, `idle in transaction (aborted)`, `fastpath function call`, `disabled`; from 18 on
        /// `starting`.
        public var state: String?
        /// `Lock`, `LWLock`, `IO`, `Client` ...; nil where it does not wait.
        public var waitEventType: String?
        public var count: Int

        public init(state: String?, waitEventType: String?, count: Int) {
            self.state = state
            self.waitEventType = waitEventType
            self.count = count
        }
    }

    public struct Oldest: Sendable, Hashable, Codable {
        public var pid: Int32
        /// Seconds, by the server's clock.
        public var age: Double

        public init(pid: Int32, age: Double) {
            self.pid = pid
            self.age = age
        }
    }

    public var active: Int { count { $0.state == "active" } }
    public var idle: Int { count { $0.state == "idle" } }
    public var idleInTransaction: Int { count { $0.state?.hasPrefix("idle in transaction") == true } }
    /// Those behind a heavyweight lock of another session.
    public var waitingForLock: Int { count { $0.waitEventType == "Lock" } }
    public var visible: Int { count { _ in true } }
    /// Every session of a database but the asking one.
    public var total: Int { visible + others + hidden }

    private func count(where belongs: (Group) -> Bool) -> Int { groups.reduce(0) { belongs($1) ? $0 + $1.count : $0 } }

    mutating func noteTransaction(_ pid: Int32, age: Double) {
        if age > oldestTransaction?.age ?? -1 { oldestTransaction = Oldest(pid: pid, age: age) }
    }

    mutating func noteIdleInTransaction(_ pid: Int32, age: Double) {
        if age > oldestIdleInTransaction?.age ?? -1 { oldestIdleInTransaction = Oldest(pid: pid, age: age) }
    }
}

extension Snapshot {
    public var sessionCounts: Reading<SessionCounts> { self[SessionCountsProbe.self] }
}
