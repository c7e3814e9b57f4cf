/// What the history keeps a series of.
public enum Metric: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    // Per second of the interval
    case transactions, commits, rollbacks
    /// Rows returned by scans; rows inserted, updated and deleted.
    case tuplesOut, tuplesIn
    case tempBytes, walBytes, checkpoints, deadlocks
    /// 0 ... 1 of the interval.
    case hitRatio
    // Numbers of sessions
    case sessions, activeSessions, idleSessions, idleInTransactionSessions, waitingSessions
    /// Seconds from asking to the answer.
    case latency
    /// Bytes of log that the standby furthest behind has not replayed; on a standby, that it has received and not replayed.
    case replicationLagBytes
    /// Seconds, likewise.
    case replicationLag
    /// Seconds since the oldest open transaction began.
    case oldestTransaction
    /// Transactions since the oldest frozen one of any database.
    case transactionIDAge
    /// Bytes of all databases together.
    case databaseSize
    /// Seconds of the server's time that pgdeck took per second.
    case serverTime

    /// By its place: its name takes longer.
    public func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }
}
