internal import PostgresMonitor
internal import Terminal

/// One figure of the overview: now, its extremes within the period, and its graph.
struct OverviewMetric {
    enum Scale {
        /// From zero to the greatest value.
        case fromZero
        /// Around what there is, for what only ever grows.
        case spread
        /// Up to 1, from 0.9 or what is less.
        case ratio
    }

    var metric: Metric
    var title: String
    var now: StyledText
    /// Beside the value where there is room.
    var note = ""
    var scale = Scale.fromZero
    /// A value in words.
    var words: (Double) -> String
    /// What is counted, and where the server has it.
    var meaning: String

    init(
        _ metric: Metric, _ title: String, now: StyledText, note: String = "", scale: Scale = .fromZero,
        words: @escaping (Double) -> String, meaning: String
    ) {
        self.metric = metric
        self.title = title
        self.now = now
        self.note = note
        self.scale = scale
        self.words = words
        self.meaning = meaning
    }
}

/// The least and the greatest value within a period; the same whatever the width of a graph, and no value shown is beyond them.
struct MetricExtremes {
    let least: Double?
    let greatest: Double?

    init(_ metric: Metric, _ period: GraphPeriod, of history: History) {
        let extremes = history.extremes(metric, span: period.span, length: period.length, until: period.end)
        least = extremes?.lowerBound
        greatest = extremes?.upperBound
    }
}

/// A metric's points within a period, and the scale to draw them by.
struct MetricCurve {
    let points: [Double?]
    let floor: Double
    let ceiling: Double
    let extremes: MetricExtremes

    init(_ metric: OverviewMetric, _ period: GraphPeriod, of history: History, columns: Int) {
        points = period.points(metric.metric, of: history, columns: columns)
        extremes = MetricExtremes(metric.metric, period, of: history)
        let (low, high) = (extremes.least ?? 0, extremes.greatest ?? 0)
        switch metric.scale {
        case .fromZero: (floor, ceiling) = (0, high)
        case .spread:
            let margin = max((high - low) / 4, high.magnitude / 1_000, 1)
            (floor, ceiling) = (low - margin, high + margin)
        case .ratio: (floor, ceiling) = (min(0.9, low - 0.02), 1)
        }
    }

    func sparkline(_ glyphs: Glyphs) -> String {
        Sparkline(points.map { $0.map { $0 - floor } }, ceiling: ceiling - floor).text(columns: points.count, glyphs: glyphs)
    }
}
