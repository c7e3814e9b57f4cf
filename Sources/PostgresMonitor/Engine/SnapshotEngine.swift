public import PostgresClient

/// Says which probes are due, takes their answers, and makes snapshots of them. A value without a clock, a socket or a thread: time and
/// answers are given to it.
public struct SnapshotEngine: Sendable {
    /// How often what is watched in the background is asked.
    public static let backgroundInterval = Duration.seconds(60)

    /// The time from one refresh to the next.
    public var interval: Duration = .seconds(2)
    public private(set) var topics: Set<Topic> = [.bar]
    public private(set) var background: Set<Topic> = []

    private let probes: [any Probe.Type]
    /// Those that somebody watches, now and then or always.
    private(set) var watched: [any Probe.Type] = []
    var progress: [ProbeName: ProbeProgress] = [:]
    /// Those of the bar whose last asking was answered. They are asked together as long as all that are due are among these, which takes fewer
    /// statements, packets and wake-ups than to keep the failure of each from the others.
    var trusted: Set<ProbeName> = []
    /// How many more refreshes each is asked for itself after those asked together have failed.
    var caution = 0
    /// Whether the bar told nothing, so that it is to be asked again as soon as the refresh has ended.
    public internal(set) var isOwed = false
    /// As of the last record; of sequence 0 before the first.
    var snapshot: Snapshot?
    var server: ServerIdentity?
    var sequence = 0
    /// Counts the series of counters.
    var series = 1
    /// What one series of the whole server has in common.
    var mark: SeriesMark?
    var meter = CostMeter()
    /// See ``Snapshot/growth``.
    var growth: [Counter: Int64] = [:]

    struct SeriesMark: Sendable, Hashable {
        var startedAt: Double
        var isInRecovery: Bool
    }

    public init(probes: [any Probe.Type] = ProbeRegistry.all) {
        self.probes = probes
        findWatched()
    }

    /// - Parameters:
    ///   - topics: what is asked at each refresh, or as often as each probe says; the bar always is.
    ///   - background: what is asked once a minute at most.
    /// - Returns: whether something is watched that was not before, so that a refresh at once is worth it.
    @discardableResult
    public mutating func watch(_ topics: Set<Topic>, background: Set<Topic> = []) -> Bool {
        let before = (self.topics, self.background)
        self.topics = topics.union([.bar])
        self.background = background.subtracting(self.topics)
        findWatched()
        return !self.topics.subtracting(before.0).isEmpty || !self.background.subtracting(before.1).subtracting(before.0).isEmpty
    }

    private mutating func findWatched() { watched = probes.filter { !$0.topics.isDisjoint(with: topics.union(background)) } }

    /// A new connection: rights may have changed, and what the counters did meanwhile nobody watched.
    public mutating func connected(to server: ServerIdentity) {
        self.server = server
        progress = [:]
        trusted = []
        isOwed = false
        if snapshot == nil { snapshot = Snapshot(sequence: 0, takenAt: 0, roundTrip: .zero, server: server) }
        snapshot?.rates = Rates()
        meter.restart()
    }

    /// Somebody goes to another server: nothing that is known of this one is told of that.
    public mutating func left() {
        if snapshot != nil { series += 1 }
        snapshot = nil
        server = nil
        mark = nil
        progress = [:]
        growth = [:]
    }

    /// The same server by a new session: rights may have changed; the counters go on.
    public mutating func renewed(_ server: ServerIdentity) {
        self.server = server
        for name in progress.keys { progress[name]!.isRefused = false }
    }

    /// Somebody wants to know now: all that is watched is due, that which was refused and that which rests among it.
    public mutating func askAgain() {
        for name in progress.keys {
            progress[name]!.isRefused = false
            progress[name]!.restsUntil = nil
            progress[name]!.askedAt = nil
        }
    }
}
