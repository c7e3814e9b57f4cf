public import PostgresClient

/// How much write-ahead log there has been (pg_stat_wal from 14 on) and where its end is (pg_current_wal_lsn; in recovery the end of what
/// was replayed). Anyone may read it.
public struct WriteAheadLogProbe: Probe {
    public static let name: ProbeName = "write_ahead_log"
    public static let topics: Set<Topic> = [.overview]
    public static let right = Right.execute("pg_catalog.pg_current_wal_lsn()")

    public init() {}

    /// The end of the log as this server knows it: asking for the other one of both is an error.
    static let end =
        "CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_replay_lsn() ELSE pg_catalog.pg_current_wal_lsn() END"

    public func statement(on server: ServerVersion) -> Statement {
        let position = "pg_catalog.pg_is_in_recovery() AS in_recovery, pg_catalog.pg_wal_lsn_diff(\(Self.end), '0/0') AS position"
        guard server >= ServerVersion(major: 14) else { return Statement("SELECT \(position)") }
        return Statement(
            """
            SELECT \(position), w.wal_records, w.wal_fpi, w.wal_bytes, w.wal_buffers_full, extract(epoch FROM w.stats_reset) AS reset
            FROM pg_catalog.pg_stat_wal w
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> WriteAheadLog {
        let row = try rows.only("position")
        var log = WriteAheadLog(isInRecovery: try row.value("in_recovery"), position: try row.optional("position"))
        if server >= ServerVersion(major: 14) {
            log.generated = WriteAheadLog.Generated(
                records: try row.value("wal_records"), fullPageImages: try row.value("wal_fpi"), bytes: try row.value("wal_bytes"),
                buffersFull: try row.value("wal_buffers_full"), resetAt: try row.optional("reset"))
        }
        return log
    }

    /// The bytes of the log itself, where the server counts them: its position jumps to the next file at a switch.
    public static func counters(in answer: WriteAheadLog) -> Counters {
        if let generated = answer.generated, !answer.isInRecovery {
            return Counters([.walBytes: generated.bytes], begin: generated.resetAt)
        }
        guard let position = answer.position else { return Counters() }
        return Counters([.walBytes: position], begin: nil)
    }
}

public struct WriteAheadLog: Sendable, Hashable, Codable {
    public var isInRecovery: Bool
    /// The end of the log in bytes from 0/0; in recovery of what was replayed. nil in recovery before anything was.
    public var position: Int64?
    /// From 14 on.
    public var generated: Generated?

    public init(isInRecovery: Bool, position: Int64?, generated: Generated? = nil) {
        self.isInRecovery = isInRecovery
        self.position = position
        self.generated = generated
    }

    /// Totals since ``resetAt`` of what this server itself wrote (pg_stat_wal).
    public struct Generated: Sendable, Hashable, Codable {
        public var records: Int64
        public var fullPageImages: Int64
        public var bytes: Int64
        /// How often log was written because wal_buffers was full.
        public var buffersFull: Int64
        /// Seconds since the epoch.
        public var resetAt: Double?

        public init(records: Int64, fullPageImages: Int64, bytes: Int64, buffersFull: Int64, resetAt: Double?) {
            self.records = records
            self.fullPageImages = fullPageImages
            self.bytes = bytes
            self.buffersFull = buffersFull
            self.resetAt = resetAt
        }
    }
}

extension Snapshot {
    public var writeAheadLog: Reading<WriteAheadLog> { self[WriteAheadLogProbe.self] }
}
