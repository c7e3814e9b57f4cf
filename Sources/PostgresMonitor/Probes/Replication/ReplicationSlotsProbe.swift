public import PostgresClient

/// Replication slots and the write-ahead log that they keep (pg_replication_slots), those that keep the most first. Anyone may read it.
public struct ReplicationSlotsProbe: Probe {
    public static let name: ProbeName = "replication_slots"
    public static let topics: Set<Topic> = [.replication, .health, .alerts]
    public static let right = Right.select("pg_catalog.pg_replication_slots")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let since17 = server >= ServerVersion(major: 17)
        let invalidation =
            since17
            ? "s.invalidation_reason"
            : server >= ServerVersion(major: 16)
                ? "CASE WHEN s.conflicting THEN 'conflict' END AS invalidation_reason" : "NULL AS invalidation_reason"
        return Statement(
            """
            SELECT s.slot_name, s.slot_type, s.plugin, s.database, s.temporary, s.active_pid,
              pg_catalog.pg_wal_lsn_diff(e.lsn, s.restart_lsn) AS retained,
              pg_catalog.pg_wal_lsn_diff(e.lsn, s.confirmed_flush_lsn) AS unconfirmed, s.wal_status, s.safe_wal_size,
              greatest(pg_catalog.age(s.xmin), pg_catalog.age(s.catalog_xmin)) AS xmin_age, \(invalidation),
              \(since17 ? "extract(epoch FROM s.inactive_since)" : "NULL") AS inactive_since, pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_replication_slots s, (SELECT \(WriteAheadLogProbe.end) AS lsn) e
            ORDER BY 7 DESC NULLS LAST, s.slot_name
            LIMIT \(LimitedList<ReplicationSlot>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<ReplicationSlot> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            ReplicationSlot(
                name: try row.value("slot_name"), type: try row.value("slot_type"), plugin: try row.optional("plugin"),
                database: try row.optional("database"), isTemporary: try row.value("temporary"), activePID: try row.optional("active_pid"),
                retainedBytes: try row.optional("retained"), unconfirmedBytes: try row.optional("unconfirmed"),
                walStatus: try row.optional("wal_status"), safeBytes: try row.optional("safe_wal_size"),
                transactionAge: try row.optional("xmin_age"), invalidationReason: try row.optional("invalidation_reason"),
                inactiveSince: try row.optional("inactive_since"))
        }
    }
}

public struct ReplicationSlot: Sendable, Hashable, Codable {
    public var name: String
    /// `physical` or `logical`.
    public var type: String
    /// Of a logical slot.
    public var plugin: String?
    /// Of a logical slot.
    public var database: String?
    public var isTemporary: Bool
    /// The walsender that uses it; nil where nobody does.
    public var activePID: Int32?
    /// The log that the server keeps for it, up to its present end; nil where it keeps none.
    public var retainedBytes: Int64?
    /// Of a logical slot: the log that its subscriber has not confirmed.
    public var unconfirmedBytes: Int64?
    /// `reserved`, `extended`, `unreserved`, `lost`.
    public var walStatus: String?
    /// How much more can be written before the slot is in danger of being lost; nil without max_slot_wal_keep_size.
    public var safeBytes: Int64?
    /// Transactions since the oldest whose rows it keeps from being vacuumed.
    public var transactionAge: Int64?
    /// From 17 on `wal_removed`, `rows_removed`, `wal_level_insufficient`, from 18 on `idle_timeout`; 16 knows `conflict` alone.
    public var invalidationReason: String?
    /// Seconds since the epoch, from 17 on; nil while it is used.
    public var inactiveSince: Double?

    public init(
        name: String, type: String, plugin: String? = nil, database: String? = nil, isTemporary: Bool = false, activePID: Int32? = nil,
        retainedBytes: Int64? = nil, unconfirmedBytes: Int64? = nil, walStatus: String? = nil, safeBytes: Int64? = nil,
        transactionAge: Int64? = nil, invalidationReason: String? = nil, inactiveSince: Double? = nil
    ) {
        self.name = name
        self.type = type
        self.plugin = plugin
        self.database = database
        self.isTemporary = isTemporary
        self.activePID = activePID
        self.retainedBytes = retainedBytes
        self.unconfirmedBytes = unconfirmedBytes
        self.walStatus = walStatus
        self.safeBytes = safeBytes
        self.transactionAge = transactionAge
        self.invalidationReason = invalidationReason
        self.inactiveSince = inactiveSince
    }

    public var isActive: Bool { activePID != nil }
}

extension Snapshot {
    public var replicationSlots: Reading<LimitedList<ReplicationSlot>> { self[ReplicationSlotsProbe.self] }
}
