internal import PostgresMonitor
internal import Terminal

func drawOverview(
    _ context: MonitorContext, _ listing: MonitorListing, _ grid: OverviewGrid, _ state: DashboardState, in area: Rectangle,
    on canvas: inout Canvas
) {
    let (graphs, below) = area.splitBottom(grid.databaseRows)
    let metrics = context.metrics
    let cursor = listing.index(of: state.monitor.list)
    let period = GraphPeriod(context.span, of: context.history, until: context.now)
    for (index, metric) in metrics.enumerated() {
        canvas.draw(metric, period, context.history, in: grid.place(of: index, in: graphs), isSelected: index == cursor)
    }
    let table = listing.tables[1]
    guard !table.rows.isEmpty else { return canvas.lines(table.whenEmpty, in: below) }
    var drawn = table.drawn(in: below)
    let selected = cursor.map { $0 - metrics.count } ?? -1
    drawn.table.showsSelection = selected >= 0
    drawn.table.window = ScrollWindow(cursor: max(0, selected), offset: max(0, selected - Table.rows(of: below).height + 1))
    let widths = drawn.table.layout(in: below).widths
    drawn.table.draw(in: below, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs) { row in
        zip(drawn.columns, widths).map { table.rows[row].cell($0, $1) }
    }
}

extension Canvas {
    /// The cells on the left of a graph for its extremes.
    private static let gutter = 10

    /// A title with the value, and below it the graph with its greatest and least value on the left.
    fileprivate mutating func draw(
        _ metric: OverviewMetric, _ period: GraphPeriod, _ history: History, in area: Rectangle, isSelected: Bool
    ) {
        let (head, body) = area.splitTop(1)
        let note = metric.note.isEmpty ? StyledText("") : StyledText(outside: " " + metric.note, .muted)
        let title = StyledText(metric.title.trimmed, .heading)
        let room = head.width - title.width - metric.now.width - 1
        row(title + (note.width <= room ? note : ""), metric.now, in: head, y: head.y, selection: isSelected ? .selection : nil)
        let (gutter, graph) = body.splitLeft(Self.gutter)
        let curve = MetricCurve(metric, period, of: history, columns: Graph.points(columns: graph.width, glyphs: glyphs))
        let lines = Graph(curve.points, floor: curve.floor, ceiling: curve.ceiling).lines(
            width: graph.width, height: max(0, graph.height - 1), glyphs: glyphs)
        self.lines(lines.map { StyledText($0, .identifier) }, in: graph)
        guard let least = curve.extremes.least, let greatest = curve.extremes.greatest, !lines.isEmpty else { return }
        extreme(glyphs.ascending, metric.words(greatest), at: Point(x: gutter.x, y: gutter.y))
        if lines.count > 1 { extreme(glyphs.descending, metric.words(least), at: Point(x: gutter.x, y: gutter.y + lines.count - 1)) }
    }

    private mutating func extreme(_ mark: Character, _ words: String, at point: Point) {
        let text = StyledText(String(mark) + words, .muted).truncated(to: Self.gutter - 1, ellipsis: glyphs.ellipsis)
        surface.write(text, at: Point(x: point.x + Self.gutter - 1 - text.width, y: point.y), theme: theme)
    }
}
