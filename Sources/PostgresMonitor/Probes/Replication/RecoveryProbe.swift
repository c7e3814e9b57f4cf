public import PostgresClient

/// How far a standby has come: received, replayed, and from whom (pg_stat_wal_receiver).
///
/// Anyone sees the positions; the receiver's state only members of pg_read_all_stats.
public struct RecoveryProbe: Probe {
    public static let name: ProbeName = "recovery"
    public static let topics: Set<Topic> = [.overview, .replication, .alerts]
    public static let right = Right.role("pg_read_all_stats")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // pg_is_wal_replay_paused is an error where there is no recovery.
        Statement(
            """
            SELECT pg_catalog.pg_is_in_recovery() AS in_recovery,
              pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_last_wal_receive_lsn(), '0/0') AS received,
              pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_last_wal_replay_lsn(), '0/0') AS replayed,
              extract(epoch FROM pg_catalog.pg_last_xact_replay_timestamp()) AS replayed_time,
              extract(epoch FROM pg_catalog.clock_timestamp()) AS now,
              CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_is_wal_replay_paused() END AS paused,
              r.pid, r.status, r.sender_host, r.sender_port, r.slot_name,
              extract(epoch FROM r.last_msg_receipt_time) AS last_msg_receipt_time,
              pg_catalog.pg_wal_lsn_diff(r.latest_end_lsn, '0/0') AS sender_end
            FROM (SELECT) one LEFT JOIN pg_catalog.pg_stat_wal_receiver r ON true
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Recovery? {
        let row = try rows.only("in_recovery")
        guard try row.value("in_recovery") else { return nil }
        var recovery = Recovery(
            received: try row.optional("received"), replayed: try row.optional("replayed"),
            lastTransaction: try row.optional("replayed_time"), serverTime: try row.value("now"), isPaused: try row.value("paused"))
        if let pid: Int32 = try row.optional("pid") {
            recovery.receiver = Recovery.Receiver(
                pid: pid, status: try row.optional("status"), host: try row.optional("sender_host"),
                port: try row.optional("sender_port"), slot: try row.optional("slot_name"),
                lastMessage: try row.optional("last_msg_receipt_time"), senderEnd: try row.optional("sender_end"))
        }
        return recovery
    }

    public static func gauges(in answer: Recovery?) -> [Metric: Double] {
        guard let answer else { return [:] }
        var gauges: [Metric: Double] = [:]
        if let bytes = answer.unreplayedBytes { gauges[.replicationLagBytes] = Double(bytes) }
        if let lag = answer.replayLag { gauges[.replicationLag] = lag }
        return gauges
    }
}

/// A server in recovery. Positions are bytes from 0/0; points in time are seconds since the epoch.
public struct Recovery: Sendable, Hashable, Codable {
    /// Written to disk by streaming; nil where the log comes from an archive alone.
    public var received: Int64?
    public var replayed: Int64?
    /// When the last replayed transaction ended at the primary; nil where none was replayed since the start.
    public var lastTransaction: Double?
    /// This server's clock.
    public var serverTime: Double
    /// pg_is_wal_replay_paused.
    public var isPaused: Bool
    /// nil where none runs: the primary cannot be reached, or the log comes from an archive.
    public var receiver: Receiver?

    public init(
        received: Int64?, replayed: Int64?, lastTransaction: Double?, serverTime: Double, isPaused: Bool = false, receiver: Receiver? = nil
    ) {
        self.received = received
        self.replayed = replayed
        self.lastTransaction = lastTransaction
        self.serverTime = serverTime
        self.isPaused = isPaused
        self.receiver = receiver
    }

    /// What was received and is not replayed.
    public var unreplayedBytes: Int64? {
        guard let received, let replayed else { return nil }
        return max(0, received &- replayed)
    }

    /// Whether the log came from an archive last, which tells nobody how far it reaches: nothing was ever streamed, or what is replayed lies
    /// behind what was.
    public var followsArchive: Bool {
        guard receiver == nil, let replayed else { return false }
        return received.map { replayed > $0 } ?? true
    }

    /// Seconds that the last replayed transaction is old; 0 where all that was received is replayed while a receiver runs: then the primary
    /// has nothing new, or the link to it is broken, which ``receiver`` tells. nil of an archive, unless replay is paused: its last
    /// transaction grows old while the primary has nothing to write.
    public var replayLag: Double? {
        if receiver != nil, unreplayedBytes == 0 { return 0 }
        if followsArchive, !isPaused { return nil }
        return lastTransaction.map { max(0, serverTime - $0) }
    }

    public struct Receiver: Sendable, Hashable, Codable {
        public var pid: Int32
        /// `starting`, `streaming`, `waiting`, `restarting`, `stopping`; nil where it is hidden.
        public var status: String?
        public var host: String?
        public var port: Int?
        public var slot: String?
        public var lastMessage: Double?
        /// The end of the sender's log as it last reported it.
        public var senderEnd: Int64?

        public init(
            pid: Int32, status: String? = nil, host: String? = nil, port: Int? = nil, slot: String? = nil, lastMessage: Double? = nil,
            senderEnd: Int64? = nil
        ) {
            self.pid = pid
            self.status = status
            self.host = host
            self.port = port
            self.slot = slot
            self.lastMessage = lastMessage
            self.senderEnd = senderEnd
        }

        /// Whether all but its process is for members of pg_read_all_stats only.
        public var isHidden: Bool { status == nil }
    }
}

extension Snapshot {
    /// The value is nil on a server that is not in recovery.
    public var recovery: Reading<Recovery?> { self[RecoveryProbe.self] }
}
