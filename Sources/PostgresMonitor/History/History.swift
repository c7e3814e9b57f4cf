/// The last values of each ``Metric``: an hour at the finest, a day by the minute, a week by ten minutes, in fixed memory.
///
/// Fed with each snapshot; a time without one is a gap, never a line drawn across it. A value type of a few references: the graph reads it
/// where the state keeps it.
public struct History: Sendable {
    public enum Span: String, Sendable, Hashable, CaseIterable {
        case hour, day, week

        /// Seconds.
        public var length: Double {
            switch self {
            case .hour: 3600
            case .day: 86_400
            case .week: 604_800
            }
        }
    }

    /// What is kept of one metric over one span.
    private struct Key: Sendable, Hashable {
        var metric: Metric
        var span: Span
    }

    /// Seconds from one point to the next within the last hour: the refresh interval, and at least a second.
    public let finest: Double
    private var rings: [Key: MetricRing] = [:]
    /// The moment of the last snapshot recorded.
    public private(set) var end: WallClock?

    /// - Parameter finest: seconds; at least a second, so that an hour is at most 3,600 points.
    public init(finest: Double = 2) { self.finest = max(1, finest) }

    /// Takes the values of a snapshot in. One from before the last is left out: the clock was set back, or a recording repeats itself.
    public mutating func record(_ snapshot: Snapshot) {
        guard snapshot.takenAt >= end ?? -.infinity else { return }
        end = snapshot.takenAt
        for (metric, value) in snapshot.metrics where value.isFinite {
            for span in Span.allCases {
                let key = Key(metric: metric, span: span)
                let unused = MetricRing(step: step(of: span), length: span.length)
                rings[key, default: unused].add(value, at: snapshot.takenAt)
            }
        }
    }

    /// The points of a graph, oldest first, the last of them at `end`: each the mean of what was recorded within its part of the span; nil
    /// where nothing was.
    ///
    /// - Parameter end: the right edge; the moment of the last snapshot unless it is given, so that a link that is away shows as a gap.
    public func points(_ metric: Metric, span: Span, columns: Int, until end: WallClock? = nil) -> [Double?] {
        guard columns > 0 else { return [] }
        guard let end = end ?? self.end, let ring = rings[Key(metric: metric, span: span)] else {
            return Array(repeating: nil, count: columns)
        }
        return ring.points(from: end - span.length, until: end, columns: columns)
    }

    /// The last `count` points of the finest series, one a refresh, oldest first, for a sparkline.
    public func latest(_ metric: Metric, count: Int) -> [Double?] {
        guard let end else { return [] }
        return rings[Key(metric: metric, span: .hour)]?.latest(count, until: end) ?? []
    }

    private func step(of span: Span) -> Double {
        switch span {
        case .hour: finest
        case .day: 60
        case .week: 600
        }
    }
}
