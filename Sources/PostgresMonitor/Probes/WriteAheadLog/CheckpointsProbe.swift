public import PostgresClient

/// Checkpoints and the buffers that were written (pg_stat_bgwriter; from 17 on pg_stat_checkpointer), and when the last checkpoint was
/// (pg_control_checkpoint). Anyone may read it.
public struct CheckpointsProbe: Probe {
    public static let name: ProbeName = "checkpoints"
    public static let topics: Set<Topic> = [.overview]
    public static let right = Right.select("pg_catalog.pg_stat_bgwriter")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let last = "extract(epoch FROM k.checkpoint_time) AS last FROM pg_catalog.pg_control_checkpoint() k, pg_catalog.pg_stat_bgwriter b"
        if server >= ServerVersion(major: 17) {
            return Statement(
                """
                SELECT ARRAY[c.num_timed, c.num_requested, c.restartpoints_timed, c.restartpoints_req, c.buffers_written,
                  b.buffers_clean, b.maxwritten_clean, b.buffers_alloc] AS counted, NULL AS buffers_backend,
                  c.write_time, c.sync_time, greatest(extract(epoch FROM c.stats_reset), extract(epoch FROM b.stats_reset)) AS reset,
                  \(last), pg_catalog.pg_stat_checkpointer c
                """)
        }
        return Statement(
            """
            SELECT ARRAY[b.checkpoints_timed, b.checkpoints_req, 0, 0, b.buffers_checkpoint,
              b.buffers_clean, b.maxwritten_clean, b.buffers_alloc] AS counted, b.buffers_backend,
              b.checkpoint_write_time AS write_time, b.checkpoint_sync_time AS sync_time,
              extract(epoch FROM b.stats_reset) AS reset, \(last)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Checkpoints {
        let row = try rows.only("counted")
        let counted: [Int64] = try row.array("counted", count: 8)
        return Checkpoints(
            timed: counted[0], requested: counted[1], restartpointsTimed: counted[2], restartpointsRequested: counted[3],
            writeTime: try row.value("write_time"), syncTime: try row.value("sync_time"), buffersByCheckpoints: counted[4],
            buffersByBackgroundWriter: counted[5], buffersByBackends: try row.optional("buffers_backend"), cleaningStops: counted[6],
            buffersAllocated: counted[7], lastCheckpoint: try row.value("last"), resetAt: try row.optional("reset"))
    }

    public static func counters(in answer: Checkpoints) -> Counters {
        Counters(
            [
                .checkpointsTimed: answer.timed &+ answer.restartpointsTimed,
                .checkpointsRequested: answer.requested &+ answer.restartpointsRequested,
                .buffersWritten: answer.buffersWritten,
            ], begin: answer.resetAt)
    }
}

/// Totals since ``resetAt``.
public struct Checkpoints: Sendable, Hashable, Codable {
    /// Because checkpoint_timeout passed.
    public var timed: Int64
    /// Because max_wal_size was used up, or because somebody asked.
    public var requested: Int64
    /// On a standby, from 17 on; before 17 restartpoints count as checkpoints.
    public var restartpointsTimed: Int64
    public var restartpointsRequested: Int64
    /// Milliseconds.
    public var writeTime: Double
    public var syncTime: Double
    public var buffersByCheckpoints: Int64
    public var buffersByBackgroundWriter: Int64
    /// Up to 16; from 17 on pg_stat_io has it.
    public var buffersByBackends: Int64?
    /// How often the background writer stopped because it had written too much (maxwritten_clean).
    public var cleaningStops: Int64
    public var buffersAllocated: Int64
    /// Its redo point's moment, seconds since the epoch.
    public var lastCheckpoint: Double
    public var resetAt: Double?

    public init(
        timed: Int64, requested: Int64, restartpointsTimed: Int64 = 0, restartpointsRequested: Int64 = 0, writeTime: Double = 0,
        syncTime: Double = 0, buffersByCheckpoints: Int64 = 0, buffersByBackgroundWriter: Int64 = 0, buffersByBackends: Int64? = nil,
        cleaningStops: Int64 = 0, buffersAllocated: Int64 = 0, lastCheckpoint: Double, resetAt: Double? = nil
    ) {
        self.timed = timed
        self.requested = requested
        self.restartpointsTimed = restartpointsTimed
        self.restartpointsRequested = restartpointsRequested
        self.writeTime = writeTime
        self.syncTime = syncTime
        self.buffersByCheckpoints = buffersByCheckpoints
        self.buffersByBackgroundWriter = buffersByBackgroundWriter
        self.buffersByBackends = buffersByBackends
        self.cleaningStops = cleaningStops
        self.buffersAllocated = buffersAllocated
        self.lastCheckpoint = lastCheckpoint
        self.resetAt = resetAt
    }

    /// By all three.
    public var buffersWritten: Int64 { buffersByCheckpoints &+ buffersByBackgroundWriter &+ (buffersByBackends ?? 0) }
}

extension Snapshot {
    public var checkpoints: Reading<Checkpoints> { self[CheckpointsProbe.self] }
}
