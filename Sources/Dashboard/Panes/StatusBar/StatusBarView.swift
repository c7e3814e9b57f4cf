internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

/// The status and version bar: one line of segments. Where the line is too short the least important ones go first.
func drawStatusBar(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    canvas.surface.fill(area, style: canvas.theme[.statusBar])
    let gap = StyledText(" \(canvas.glyphs.separator) ", .border)
    var segments = statusSegments(state, canvas.glyphs)
    func line() -> StyledText {
        segments.sorted { $0.place < $1.place }.enumerated().reduce(into: StyledText(" ")) { line, segment in
            if segment.offset > 0 { line += gap }
            line += segment.element.text
        }
    }
    segments.sort { $0.weight > $1.weight }
    if line().width > area.width { segments.removeAll { $0.weight < StatusSegment.firstToGo } }
    for index in segments.indices where line().width > area.width {
        if let short = segments[index].short { segments[index].text = short }
    }
    while segments.count > 1, line().width > area.width { segments.removeLast() }
    canvas.surface.write(
        line().truncated(to: area.width, ellipsis: canvas.glyphs.ellipsis), at: Point(x: area.x, y: area.y), theme: canvas.theme,
        within: .statusBar, clip: area)
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
    if !state.link.isReady { add(99, StyledText(outside: linkWords(state.link, now: state.now), linkRole(state.link))) }
    if let status = state.status.value {
        let isStale = state.status.isStale || state.isPaused
        let role: Role = isStale ? .stale : .text
        if isStale, let asOf = state.status.asOf { add(98, StyledText("as of \(timeSpan(state.now - asOf)) ago", .stale)) }
        for fact in statusFacts(status, glyphs) {
            let role = isStale ? role : fact.role
            add(fact.weight, StyledText(fact.text, role), short: fact.short.map { StyledText($0, role) })
        }
    } else if case .failed(let error) = state.status {
        add(90, StyledText(outside: "status: " + error.message, .failed))
    }
    if state.isPaused { add(97, StyledText("paused", .warning)) }
    add(75, StyledText("read-only", .muted), short: StyledText("RO", .muted))
    return segments
}

private func address(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let mark = StyledText(String(state.link.isReady ? glyphs.open : glyphs.closed) + " ", linkRole(state.link))
    if let server = state.link.server {
        return mark + StyledText(outside: "\(server.user)@\(server.host):\(server.port)/\(state.tree.database ?? server.database)")
    }
    let parameters = state.connection.parameters
    if let service = parameters.service, parameters.host == nil { return mark + StyledText(outside: "service \(service)") }
    let user = parameters.user.map { $0 + "@" } ?? ""
    let port = parameters.port.map { ":" + $0 } ?? ""
    return mark + StyledText(outside: user + (parameters.host ?? "local socket") + port + (parameters.database.map { "/" + $0 } ?? ""))
}

private func linkRole(_ link: LinkState) -> Role {
    switch link {
    case .ready: .good
    case .idle, .closed: .muted
    case .connecting: .loading
    case .silent, .passwordNeeded: .warning
    case .waiting: .bad
    }
}

private struct StatusFact {
    var weight: Int
    var text: String
    var short: String?
    var role = Role.text
}

private func statusFacts(_ status: ServerStatus, _ glyphs: Glyphs) -> [StatusFact] {
    let sample = status.sample
    let isNearlyFull = Double(sample.sessions) > 0.8 * Double(sample.maximumSessions)
    let sessions = "\(sample.sessions)/\(sample.maximumSessions)"
    let rate = (status.transactionsPerSecond.map { compactCount($0) } ?? "-") + " tx/s"
    let history = status.transactionHistory.suffix(8).map(Optional.some)
    let graph = history.isEmpty ? "" : " " + Sparkline(history).text(columns: history.count, glyphs: glyphs)
    var facts = [
        StatusFact(weight: 95, text: "PostgreSQL \(sample.serverVersion)", short: "PG \(sample.serverVersion)"),
        StatusFact(weight: 60, text: "up \(timeSpan(seconds: status.uptime))"),
        sample.isInRecovery
            ? StatusFact(weight: 90, text: "standby", role: .warning) : StatusFact(weight: 20, text: "primary"),
        StatusFact(weight: 80, text: sessions + " sessions", short: sessions + " sess", role: isNearlyFull ? .bad : .text),
        StatusFact(weight: 70, text: rate + graph, short: rate),
        StatusFact(
            weight: 65, text: "hit " + (status.cacheHitRatio.map { tenths($0 * 100) + " %" } ?? "-"),
            short: "hit " + (status.cacheHitRatio.map { "\(Int($0 * 100))%" } ?? "-")),
        StatusFact(weight: 85, text: latency(status.roundTrip)),
    ]
    if sample.isSuperuser { facts.append(StatusFact(weight: 88, text: "superuser", short: "SU", role: .warning)) }
    return facts
}
