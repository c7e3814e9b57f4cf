internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

/// The status and version bar: one line of segments. Where the line is too short the least important ones go first.
func drawStatusBar(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    canvas.surface.fill(area, style: canvas.theme[.statusBar])
    let gap = StyledText(" \(canvas.glyphs.separator) ", .border)
    let segments = fitting(statusSegments(state, canvas.glyphs), in: area.width, gap: gap.width)
    let line = segments.enumerated().reduce(into: StyledText(" ")) { line, segment in
        if segment.offset > 0 { line += gap }
        line += segment.element.text
    }
    canvas.surface.write(
        line.truncated(to: area.width, ellipsis: canvas.glyphs.ellipsis), at: Point(x: area.x, y: area.y), theme: canvas.theme,
        within: .statusBar, clip: area)
}

/// Those that there is room for, from left to right: without the least important, then shortened, then without the next ones.
private func fitting(_ all: [StatusSegment], in width: Int, gap: Int) -> [StatusSegment] {
    var segments = all.sorted { $0.weight > $1.weight }
    var widths = segments.map(\.text.width)
    // A space stands before the first.
    var needed: Int { 1 + widths.reduce(0, +) + gap * max(0, widths.count - 1) }
    func removeLast() {
        segments.removeLast()
        widths.removeLast()
    }
    if needed > width {
        while let last = segments.last, last.weight < StatusSegment.firstToGo { removeLast() }
    }
    for index in segments.indices where needed > width {
        guard let short = segments[index].short else { continue }
        segments[index].text = short
        widths[index] = short.width
    }
    while segments.count > 1, needed > width { removeLast() }
    return segments.sorted { $0.place < $1.place }
}

/// One fact of the bar.
struct StatusSegment {
    /// Its place from the left.
    var place: Int
    /// The higher, the longer it stays when room is short.
    var weight: Int
    var text: StyledText
    /// Below this weight a fact is left out before any other is shortened.
    static let firstToGo = 30

    /// The same in fewer cells, tried before any fact is left out.
    var short: StyledText?
}

func statusSegments(_ state: DashboardState, _ glyphs: Glyphs) -> [StatusSegment] {
    var segments: [StatusSegment] = []
    func add(_ weight: Int, _ text: StyledText, short: StyledText? = nil) {
        segments.append(StatusSegment(place: segments.count, weight: weight, text: text, short: short))
    }
    add(100, address(state, glyphs))
    if !state.link.isReady {
        add(99, StyledText(outside: state.replayed?.linkWords ?? linkWords(state.link, now: state.now), linkRole(state.link)))
    }
    let alerts = state.alerts.standing
    if !alerts.isEmpty { add(96, alertCount(alerts)) }
    if let snapshot = state.snapshot.value {
        let isStale = state.snapshot.isStale || state.isPaused
        let role: Role = isStale ? .stale : .text
        if let asOf = state.snapshot.asOf, isStale || state.isStatusLate {
            add(98, StyledText("as of \(timeSpan(state.now - asOf)) ago", isStale ? .stale : .loading))
        }
        for fact in statusFacts(snapshot, state.history, glyphs, alerts) where state.link.isReady || fact.rule != .latency {
            let role = isStale ? role : fact.role
            add(fact.weight, StyledText(fact.text, role), short: fact.short.map { StyledText($0, role) })
        }
    }
    if state.isPaused { add(97, StyledText("paused", .warning)) }
    if state.replayed != nil { add(94, StyledText("recorded", .warning)) }
    add(75, StyledText("read-only", .muted), short: StyledText("RO", .muted))
    return segments
}

/// How many alerts stand, in the colour of the worst.
func alertCount(_ standing: [Alert]) -> StyledText {
    guard let worst = standing.first else { return "" }
    return StyledText(standing.count == 1 ? "1 alert" : "\(standing.count) alerts", worst.severity.role)
}

private func address(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let mark = StyledText(String(state.link.isReady ? glyphs.open : glyphs.closed) + " ", linkRole(state.link))
    if let server = state.link.server ?? (state.replayed == nil ? nil : state.snapshot.value?.server) {
        return mark + StyledText(outside: serverAddress(server, database: state.tree.database))
    }
    // A recording tells of a server once it has answered.
    if state.replayed != nil { return mark + StyledText("no server yet", .muted) }
    return mark + StyledText(outside: serverAddress(state.connection.destination))
}

func linkRole(_ link: LinkState) -> Role {
    switch link {
    case .ready: .good
    case .idle, .closed: .muted
    case .connecting: .loading
    case .silent, .passwordNeeded: .warning
    case .waiting: .bad
    }
}
