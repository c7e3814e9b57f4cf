/// What an alert can be about. The raw value is its name in config.toml, JSON, metrics and recordings.
public enum AlertRule: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Seconds that the server has not answered.
    case serverAway = "server_away"
    /// Seconds from asking to the answer.
    case latency
    /// Percent of max_connections in use.
    case connections
    /// Seconds that a session has been idle in its transaction.
    case idleInTransaction = "idle_in_transaction"
    /// Seconds that a session has waited for a lock.
    case lockWait = "lock_wait"
    /// Seconds that a standby is behind; on a standby, that it is itself.
    case replicationLag = "replication_lag"
    /// Transactions since the oldest that is not frozen, in any database.
    case transactionIDAge = "transaction_id_age"
    /// Bytes of write-ahead log kept for a replication slot.
    case slotRetention = "slot_retention"
    /// Percent of the blocks touched that were found in shared buffers; the alert is about too few.
    case cacheHit = "cache_hit"

    /// By its place: its name takes longer.
    public func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }
}

extension AlertRule {
    public var unit: AlertUnit {
        switch self {
        case .serverAway, .latency, .idleInTransaction, .lockWait, .replicationLag: .seconds
        case .connections, .cacheHit: .percent
        case .transactionIDAge: .transactions
        case .slotRetention: .bytes
        }
    }

    /// Where nobody says otherwise.
    public var standardThreshold: Double {
        switch self {
        case .serverAway: 10
        case .latency: 1
        case .connections: 80
        case .idleInTransaction: 300
        case .lockWait: 30
        case .replicationLag: 60
        // The server stops near 2,147 million; autovacuum begins at 200 million.
        case .transactionIDAge: 1_000_000_000
        case .slotRetention: 10 * 1024 * 1024 * 1024
        case .cacheHit: 80
        }
    }

    /// What a threshold may be.
    public var limits: ClosedRange<Double> {
        switch self {
        case .serverAway, .idleInTransaction, .lockWait, .replicationLag: 1...604_800
        case .latency: 0.001...60
        case .connections, .cacheHit: 1...100
        case .transactionIDAge: 1_000_000...2_147_483_647
        case .slotRetention: 1024 * 1024...1024 * 1024 * 1024 * 1024 * 1024
        }
    }

    /// Whether the alert is about too little.
    var isAboutTooLittle: Bool { self == .cacheHit }

    /// From here on the alert is critical, whatever its threshold; nil for one that never is.
    var critical: Double? {
        switch self {
        case .serverAway: 0
        case .connections: 95
        // vacuum_failsafe_age as it comes.
        case .transactionIDAge: 1_600_000_000
        case .latency, .idleInTransaction, .lockWait, .replicationLag, .slotRetention, .cacheHit: nil
        }
    }

    /// How much must be seen before something is said of it.
    var patience: AlertPatience {
        switch self {
        // An age has lasted for long when it is first seen.
        case .serverAway, .idleInTransaction, .lockWait, .transactionIDAge, .slotRetention: AlertPatience(beginning: 1, end: 2, calm: 5)
        case .connections, .replicationLag: AlertPatience(beginning: 2, end: 2, calm: 5)
        case .latency: AlertPatience(beginning: 3, end: 3, calm: 5)
        case .cacheHit: AlertPatience(beginning: 5, end: 5, calm: 10)
        }
    }

    /// What has to be watched for it beyond the bar.
    var topics: Set<Topic> {
        switch self {
        case .serverAway, .latency, .connections, .cacheHit: []
        case .idleInTransaction, .lockWait, .replicationLag, .transactionIDAge, .slotRetention: [.alerts]
        }
    }

    /// The measure at which a standing alert begins to end: nine tenths of the threshold, and for too little a tenth of what is missing.
    func release(of threshold: Double) -> Double {
        isAboutTooLittle ? threshold + (100 - threshold) / 10 : threshold * 0.9
    }

    func isOver(_ value: Double, _ threshold: Double) -> Bool { isAboutTooLittle ? value < threshold : value > threshold }

    func isCalm(_ value: Double, _ threshold: Double) -> Bool {
        isAboutTooLittle ? value >= release(of: threshold) : value <= release(of: threshold)
    }
}

/// How many answers in a row it takes.
struct AlertPatience: Sendable, Hashable {
    /// Beyond the threshold, before an alert begins.
    var beginning: Int
    /// Back from it, before the alert ends.
    var end: Int
    /// Seconds for which these must have come, so that what is asked twice a second does not flap.
    var calm: Double
}
