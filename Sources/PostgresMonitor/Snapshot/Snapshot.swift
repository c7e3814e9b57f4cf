public import PostgresClient

/// All that is known of a server at one moment: a reading of each probe, the rates of the interval, and what the knowing cost.
///
/// A probe that was not due keeps the reading of its last asking, with its own moment. Every face shows the same snapshot.
public struct Snapshot: Sendable, Hashable {
    /// Counts the snapshots of one engine, from 1.
    public var sequence: Int
    /// When the last answer of the refresh came in.
    public var takenAt: WallClock
    /// From the sending of the refresh to the answer of its first unit, which holds the bar, less the time that the server took for it.
    public var roundTrip: Duration
    /// Counts the series of counters, from 1: a restart, a failover, a promotion, a reset of statistics and a counter that went down each
    /// begin a new one.
    public var series: Int
    /// Who answered, as of the login.
    public var server: ServerIdentity
    public var rates: Rates
    public var cost: Cost
    /// What is being watched; what is asked in the background only is not among it.
    public var topics: Set<Topic>
    /// The time from one refresh to the next.
    public var interval: Duration
    /// What the history takes of this snapshot: only what is no older than it should be.
    public var metrics: [Metric: Double] = [:]
    /// All that is known of this moment, whichever unit of which refresh told it. A recording does not keep it.
    public var allMetrics: [Metric: Double] = [:]
    /// How much each counter has grown since its first answer, of intervals that a rate is told of: it never goes down, whatever is reset or
    /// dropped at the server. A recording does not keep it.
    public var growth: [Counter: Int64] = [:]
    var readings: [ProbeName: StoredReading]

    public init(
        sequence: Int = 1, takenAt: WallClock, roundTrip: Duration, series: Int = 1, server: ServerIdentity, rates: Rates = Rates(),
        cost: Cost = Cost(), topics: Set<Topic> = [.bar], interval: Duration = .seconds(2)
    ) {
        self.sequence = sequence
        self.takenAt = takenAt
        self.roundTrip = roundTrip
        self.series = series
        self.server = server
        self.rates = rates
        self.cost = cost
        self.topics = topics
        self.interval = interval
        readings = [:]
    }

    public subscript<P: Probe>(probe: P.Type) -> Reading<P.Answer> {
        get { readings[P.name]?.reading(P.Answer.self) ?? .notAsked }
        set { readings[P.name] = StoredReading(newValue) }
    }
}
