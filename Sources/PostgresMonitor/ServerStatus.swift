/// What the status bar and `pgdeck status` tell: a sample, and what two samples tell together.
public struct ServerStatus: Sendable, Hashable {
    public var sample: ServerSample
    /// From sending the probe to its last answer.
    public var roundTrip: Duration
    /// Per second, of the interval between the last two samples; nil before the second one and after a reset or restart.
    public var transactionsPerSecond: Double?
    /// 0...1 of the interval; nil where no block was touched or there is no interval yet.
    public var cacheHitRatio: Double?
    /// The last rates, oldest first, for a sparkline; at most 60.
    public var transactionHistory: [Double]

    public init(
        sample: ServerSample, roundTrip: Duration, transactionsPerSecond: Double? = nil, cacheHitRatio: Double? = nil,
        transactionHistory: [Double] = []
    ) {
        self.sample = sample
        self.roundTrip = roundTrip
        self.transactionsPerSecond = transactionsPerSecond
        self.cacheHitRatio = cacheHitRatio
        self.transactionHistory = transactionHistory
    }

    /// Seconds since the server started.
    public var uptime: Double { sample.serverTime - sample.startedAt }
}
