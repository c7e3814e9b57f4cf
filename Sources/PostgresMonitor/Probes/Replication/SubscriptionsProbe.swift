public import PostgresClient

/// The server's subscriptions, in all databases, with their workers and errors (pg_stat_subscription, pg_subscription; errors from 15 on:
/// pg_stat_subscription_stats). Anyone may read it.
public struct SubscriptionsProbe: Probe {
    public static let name: ProbeName = "subscriptions"
    public static let topics: Set<Topic> = [.replication, .health]
    public static let right = Right.select("pg_catalog.pg_stat_subscription")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // 13 does not let everybody read pg_subscription.oid.
        let since14 = server >= ServerVersion(major: 14)
        let since15 = server >= ServerVersion(major: 15)
        let notParallel = server >= ServerVersion(major: 16) ? "WHERE t.leader_pid IS NULL" : ""
        return Statement(
            """
            SELECT \(since14 ? "d.datname, s.subenabled" : "NULL AS datname, NULL AS subenabled"), w.subname, w.pid, w.tables, w.receipt,
              w.received, w.sender_end,
              \(since15 ? "e.apply_error_count, e.sync_error_count" : "NULL AS apply_error_count, NULL AS sync_error_count"),
              pg_catalog.count(*) OVER () AS total
            FROM (SELECT t.subid, t.subname, pg_catalog.min(t.pid) FILTER (WHERE t.relid IS NULL) AS pid,
                pg_catalog.count(t.relid) AS tables,
                extract(epoch FROM pg_catalog.max(t.last_msg_receipt_time)) AS receipt,
                pg_catalog.pg_wal_lsn_diff(pg_catalog.max(t.received_lsn) FILTER (WHERE t.relid IS NULL), '0/0') AS received,
                pg_catalog.pg_wal_lsn_diff(pg_catalog.max(t.latest_end_lsn), '0/0') AS sender_end
              FROM pg_catalog.pg_stat_subscription t \(notParallel) GROUP BY 1, 2) w
              \(since14 ? Self.catalog : "")
              \(since15 ? "LEFT JOIN pg_catalog.pg_stat_subscription_stats e ON e.subid OPERATOR(pg_catalog.=) w.subid" : "")
            ORDER BY 1, w.subname
            LIMIT \(LimitedList<Subscription>.limit)
            """)
    }

    private static let catalog = """
        LEFT JOIN pg_catalog.pg_subscription s ON s.oid OPERATOR(pg_catalog.=) w.subid
              LEFT JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) s.subdbid
        """

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<Subscription> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            Subscription(
                database: try row.optional("datname"), name: try row.value("subname"), isEnabled: try row.optional("subenabled"),
                workerPID: try row.optional("pid"), synchronizingTables: try row.optional("tables") ?? 0,
                lastMessage: try row.optional("receipt"), received: try row.optional("received"), senderEnd: try row.optional("sender_end"),
                applyErrors: try row.optional("apply_error_count"), synchronizationErrors: try row.optional("sync_error_count"))
        }
    }
}

public struct Subscription: Sendable, Hashable, Codable {
    /// From 14 on.
    public var database: String?
    public var name: String
    /// From 14 on.
    public var isEnabled: Bool?
    /// Of the apply worker; nil where none runs.
    public var workerPID: Int32?
    /// Tables whose first copy is being made right now.
    public var synchronizingTables: Int
    /// Seconds since the epoch.
    public var lastMessage: Double?
    /// Positions in the publisher's log, in bytes from 0/0: the last received, and the end as the publisher last reported it.
    public var received: Int64?
    public var senderEnd: Int64?
    /// From 15 on.
    public var applyErrors: Int64?
    public var synchronizationErrors: Int64?

    public init(
        database: String?, name: String, isEnabled: Bool?, workerPID: Int32? = nil, synchronizingTables: Int = 0,
        lastMessage: Double? = nil,
        received: Int64? = nil, senderEnd: Int64? = nil, applyErrors: Int64? = nil, synchronizationErrors: Int64? = nil
    ) {
        self.database = database
        self.name = name
        self.isEnabled = isEnabled
        self.workerPID = workerPID
        self.synchronizingTables = synchronizingTables
        self.lastMessage = lastMessage
        self.received = received
        self.senderEnd = senderEnd
        self.applyErrors = applyErrors
        self.synchronizationErrors = synchronizationErrors
    }

    /// Whether it should be running and is not.
    public var isDown: Bool { isEnabled == true && workerPID == nil }
}

extension Snapshot {
    public var subscriptions: Reading<LimitedList<Subscription>> { self[SubscriptionsProbe.self] }
}
