internal import PostgresMonitor

/// The part of a span that graphs show: all of it, or less while the history is younger than that.
struct GraphPeriod {
    let span: History.Span
    /// The span's whole is this many times as long.
    let zoom: Int
    /// The right edge.
    let end: WallClock

    private static let zooms: [History.Span: [Int]] = [.hour: [12, 4, 2, 1], .day: [12, 4, 2, 1], .week: [7, 3, 1]]
    /// The finest that a young history is looked at.
    private static let probes = 120

    /// - Parameter end: now, so that a link that is away shows as a gap.
    init(_ span: History.Span, of history: History, until end: WallClock) {
        self.span = span
        self.end = end
        // Sessions are told with every refresh, so they are as old as the history.
        let points = history.points(.sessions, span: span, columns: Self.probes, until: end)
        let known = points.firstIndex { $0 != nil }.map { Self.probes - $0 } ?? 0
        zoom = Self.zooms[span]!.first { Self.probes / $0 >= known } ?? 1
    }

    /// Seconds.
    var length: Double { span.length / Double(zoom) }

    /// `5 min`, `1 h`, `24 h`, `7 d`.
    var words: String { span == .hour && zoom == 1 ? "hour" : shortAge(length) }

    /// The newest points of a metric, as many as asked for.
    func points(_ metric: Metric, of history: History, columns: Int) -> [Double?] {
        Array(history.points(metric, span: span, columns: columns * zoom, until: end).suffix(columns))
    }
}
