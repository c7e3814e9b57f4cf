/// What the server only ever counts up, summed over the server unless its name says otherwise.
public enum Counter: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    // pg_stat_database, all databases
    case commits, rollbacks
    case tuplesReturned, tuplesFetched, tuplesInserted, tuplesUpdated, tuplesDeleted
    case blocksHit, blocksRead
    case tempFiles, tempBytes
    case deadlocks, conflicts, checksumFailures
    // the write-ahead log: pg_stat_wal from 14, differences of the position before
    case walBytes
    // pg_stat_bgwriter, pg_stat_checkpointer from 17
    case checkpointsTimed, checkpointsRequested, buffersWritten

    /// By its place: its name takes longer.
    public func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }
}

/// The counters of one answer.
public struct Counters: Sendable, Hashable {
    public var values: [Counter: Int64]
    /// What these counters began with, such as stats_reset in seconds since the epoch: another one means another series.
    public var begin: Double?

    public init(_ values: [Counter: Int64] = [:], begin: Double? = nil) {
        self.values = values
        self.begin = begin
    }
}

/// How much each counter grew, per second of the interval between two answers. Absent before the second answer, after a reset, and where
/// the time between was not watched.
public struct Rates: Sendable, Hashable, Codable {
    private var values: [Counter: Double]

    public init(_ values: [Counter: Double] = [:]) { self.values = values }

    /// Per second.
    public subscript(counter: Counter) -> Double? {
        get { values[counter] }
        set { values[counter] = newValue }
    }

    /// Commits and rollbacks per second.
    public var transactions: Double? { sum(.commits, .rollbacks) }
    /// Rows inserted, updated and deleted per second.
    public var tuplesIn: Double? { sum(.tuplesInserted, .tuplesUpdated, .tuplesDeleted) }
    /// Checkpoints per second, timed and requested.
    public var checkpoints: Double? { sum(.checkpointsTimed, .checkpointsRequested) }

    /// 0 ... 1 of the interval; nil where no block was touched.
    public var hitRatio: Double? {
        guard let hit = self[.blocksHit], let read = self[.blocksRead], hit + read > 0 else { return nil }
        return hit / (hit + read)
    }

    private func sum(_ counters: Counter...) -> Double? {
        var total = 0.0
        for counter in counters {
            guard let value = self[counter] else { return nil }
            total += value
        }
        return total
    }
}
