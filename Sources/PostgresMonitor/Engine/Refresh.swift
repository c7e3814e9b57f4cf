public import PostgresClient

/// What one refresh asks, to be sent in one flush. Its first unit is the bar's, whose answer is the sign of life of the link.
public struct Refresh: Sendable {
    public internal(set) var units: [UnitOfWork] = []
    /// The probes of each unit, in the order of its statements; what is left over is the clock of the unit.
    var probes: [[any Probe.Type]] = []
    /// How old a server these statements are for.
    let version: ServerVersion
    let sentAt: ContinuousClock.Instant

    init(for version: ServerVersion, at moment: ContinuousClock.Instant) {
        self.version = version
        sentAt = moment
    }
}

/// What is measured here when the answers of a unit have come in.
public struct Arrival: Sendable {
    public var moment: ContinuousClock.Instant
    public var wallClock: WallClock
    /// Over the connection since the arrival before; nil where it cannot be told.
    public var bytes: Cost.Traffic?
    public var usage: ProcessUsage

    public init(
        moment: ContinuousClock.Instant, wallClock: WallClock, bytes: Cost.Traffic? = nil, usage: ProcessUsage = ProcessUsage()
    ) {
        self.moment = moment
        self.wallClock = wallClock
        self.bytes = bytes
        self.usage = usage
    }
}
