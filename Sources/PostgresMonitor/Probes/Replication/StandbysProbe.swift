public import PostgresClient

/// Who receives write-ahead log from this server, and how far behind they are (pg_stat_replication): standbys, base backups, logical
/// subscribers.
///
/// Anyone sees that there are some; all but their process is for members of pg_read_all_stats.
public struct StandbysProbe: Probe {
    public static let name: ProbeName = "standbys"
    public static let topics: Set<Topic> = [.overview, .replication, .alerts]
    public static let right = Right.role("pg_read_all_stats")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let behind = { (position: String, name: String) in "pg_catalog.pg_wal_lsn_diff(e.lsn, r.\(position)) AS \(name)" }
        // What a standby passes on may end beyond what it has replayed.
        return Statement(
            """
            SELECT r.pid, r.usename, r.application_name, pg_catalog.host(r.client_addr) AS client_addr, r.state, r.sync_state,
              extract(epoch FROM r.backend_start) AS backend_start, \(behind("sent_lsn", "unsent")),
              \(behind("write_lsn", "unwritten")), \(behind("flush_lsn", "unflushed")), \(behind("replay_lsn", "unreplayed")),
              extract(epoch FROM r.write_lag) AS write_lag, extract(epoch FROM r.flush_lag) AS flush_lag,
              extract(epoch FROM r.replay_lag) AS replay_lag, extract(epoch FROM r.reply_time) AS reply_time,
              pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_stat_replication r, (SELECT CASE WHEN pg_catalog.pg_is_in_recovery()
                THEN greatest(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
                ELSE pg_catalog.pg_current_wal_lsn() END AS lsn) e
            ORDER BY r.application_name, r.pid
            LIMIT \(LimitedList<Standby>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<Standby> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            Standby(
                pid: try row.value("pid"), user: try row.optional("usename"), application: try row.optional("application_name"),
                clientAddress: try row.optional("client_addr"), state: try row.optional("state"),
                synchronization: try row.optional("sync_state"), started: try row.optional("backend_start"),
                unsentBytes: try behind(row, "unsent"), unwrittenBytes: try behind(row, "unwritten"),
                unflushedBytes: try behind(row, "unflushed"), unreplayedBytes: try behind(row, "unreplayed"),
                writeLag: try row.optional("write_lag"), flushLag: try row.optional("flush_lag"),
                replayLag: try row.optional("replay_lag"), lastReply: try row.optional("reply_time"))
        }
    }

    /// A position that the standby reports after the end of the log was read lies beyond it.
    private func behind(_ row: Row, _ name: String) throws(DecodingFailure) -> Int64? {
        let bytes: Int64? = try row.optional(name)
        return bytes.map { max(0, $0) }
    }

    /// None without a standby, and while one is hidden. A base backup replays nothing.
    public static func gauges(in answer: LimitedList<Standby>) -> [Metric: Double] {
        guard answer.omitted == 0, !answer.rows.contains(where: \.isHidden) else { return [:] }
        let receiving = answer.rows.filter { $0.state == "streaming" || $0.state == "catchup" }
        guard let bytes = receiving.compactMap(\.unreplayedBytes).max() else { return [:] }
        // A standby that has replayed everything and hears of nothing new reports no time.
        return [.replicationLagBytes: Double(bytes), .replicationLag: receiving.compactMap(\.replayLag).max() ?? 0]
    }
}

/// A receiver of write-ahead log. Bytes are counted from the end of this server's log; lags are seconds.
public struct Standby: Sendable, Hashable, Codable {
    /// Of the walsender.
    public var pid: Int32
    public var user: String?
    public var application: String?
    /// nil for a Unix socket, and where it is hidden.
    public var clientAddress: String?
    /// `startup`, `catchup`, `streaming`, `backup`, `stopping`; nil where it is hidden.
    public var state: String?
    /// `async`, `potential`, `sync`, `quorum`.
    public var synchronization: String?
    /// Seconds since the epoch.
    public var started: Double?
    public var unsentBytes: Int64?
    public var unwrittenBytes: Int64?
    public var unflushedBytes: Int64?
    public var unreplayedBytes: Int64?
    public var writeLag: Double?
    public var flushLag: Double?
    public var replayLag: Double?
    /// Seconds since the epoch.
    public var lastReply: Double?

    public init(
        pid: Int32, user: String? = nil, application: String? = nil, clientAddress: String? = nil, state: String? = nil,
        synchronization: String? = nil, started: Double? = nil, unsentBytes: Int64? = nil, unwrittenBytes: Int64? = nil,
        unflushedBytes: Int64? = nil, unreplayedBytes: Int64? = nil, writeLag: Double? = nil, flushLag: Double? = nil,
        replayLag: Double? = nil, lastReply: Double? = nil
    ) {
        self.pid = pid
        self.user = user
        self.application = application
        self.clientAddress = clientAddress
        self.state = state
        self.synchronization = synchronization
        self.started = started
        self.unsentBytes = unsentBytes
        self.unwrittenBytes = unwrittenBytes
        self.unflushedBytes = unflushedBytes
        self.unreplayedBytes = unreplayedBytes
        self.writeLag = writeLag
        self.flushLag = flushLag
        self.replayLag = replayLag
        self.lastReply = lastReply
    }

    /// Whether all but its process is for members of pg_read_all_stats only.
    public var isHidden: Bool { state == nil }
}

extension Snapshot {
    public var standbys: Reading<LimitedList<Standby>> { self[StandbysProbe.self] }
}
