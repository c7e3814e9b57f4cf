/// What the history takes of a recorded moment.
public struct RecordedMetrics: Sendable {
    public var takenAt: WallClock
    /// Seconds from one refresh to the next.
    public var interval: Double
    public var metrics: [Metric: Double]
}
