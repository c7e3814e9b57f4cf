/// The last values of each ``Metric``: an hour at the finest, a day by the minute, a week by ten minutes, in fixed memory.
///
/// Fed with each snapshot. A time without one is a gap, never a line drawn across it.
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

        /// Seconds from one point to the next.
        func step(finest: Double) -> Double {
            switch self {
            case .hour: finest
            case .day: 60
            case .week: 600
            }
        }
    }

    /// Seconds from one point to the next within the last hour.
    public let finest: Double
    /// The moment of the last snapshot recorded.
    public private(set) var end: WallClock?
    /// None for a metric that was never told.
    private var rings: [Metric: Rings] = [:]

    /// A ring of each span.
    private struct Rings {
        var hour, day, week: MetricRing

        init(finest: Double) {
            func ring(_ span: Span) -> MetricRing { MetricRing(step: span.step(finest: finest), length: span.length) }
            (hour, day, week) = (ring(.hour), ring(.day), ring(.week))
        }

        subscript(span: Span) -> MetricRing {
            switch span {
            case .hour: hour
            case .day: day
            case .week: week
            }
        }

        mutating func add(_ value: Double, at moment: WallClock, covering: Double) {
            hour.add(value, at: moment, covering: covering)
            day.add(value, at: moment, covering: covering)
            week.add(value, at: moment, covering: covering)
        }
    }

    /// - Parameter finest: the refresh interval in seconds; at least one, so that an hour is at most 3,600 points of twelve bytes.
    public init(finest: Double = 2) { self.finest = max(1, finest) }

    /// Takes the metrics of a snapshot in. One from before the last is left out: the clock was set back, or a recording repeats itself.
    public mutating func record(_ snapshot: Snapshot) {
        record(snapshot.metrics, at: snapshot.takenAt, interval: snapshot.interval / .seconds(1))
    }

    /// - Parameter interval: seconds from one refresh to the next.
    public mutating func record(_ metrics: [Metric: Double], at moment: WallClock, interval: Double) {
        guard moment >= end ?? -.infinity else { return }
        end = moment
        // A value stands for the time since the one before; when that is longer than this, the link was away.
        let longest = 3 * interval
        let finest = finest
        // What a float cannot hold is no figure.
        for (metric, value) in metrics where value.magnitude < 1e30 {
            rings[metric, default: Rings(finest: finest)].add(value, at: moment, covering: longest)
        }
    }

    /// The points of a graph, oldest first, the last of them at `end`: each the mean of what was recorded within its part of the span; nil
    /// where nothing was.
    ///
    /// - Parameter end: the right edge; the moment of the last snapshot unless it is given, so that a link that is away shows as a gap.
    public func points(_ metric: Metric, span: Span, columns: Int, until end: WallClock? = nil) -> [Double?] {
        guard columns > 0 else { return [] }
        guard let end = end ?? self.end, let ring = rings[metric]?[span] else {
            return Array(repeating: nil, count: columns)
        }
        return ring.points(from: end - span.length, until: end, columns: columns)
    }

    /// The least and the greatest value that was recorded, whatever the means of a graph's columns are; nil where nothing was.
    ///
    /// - Parameters:
    ///   - span: how finely the edges are told.
    ///   - length: seconds before `end`, at most the span's.
    public func extremes(_ metric: Metric, span: Span, length: Double, until end: WallClock) -> ClosedRange<Double>? {
        guard let ring = rings[metric]?[span] else { return nil }
        return ring.extremes(from: end - length, until: end)
    }

    /// The newest points, a refresh each, oldest first, for a sparkline: at most `count`, the first of them no gap.
    ///
    /// - Parameter interval: the refresh interval in seconds.
    public func latest(_ metric: Metric, count: Int, every interval: Double) -> [Double?] {
        guard let end, let ring = rings[metric]?.hour else { return [] }
        let points = ring.points(from: end - Double(count) * max(interval, finest), until: end, columns: count)
        return Array(points.drop { $0 == nil })
    }
}
