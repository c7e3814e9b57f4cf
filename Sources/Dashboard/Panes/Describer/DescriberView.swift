internal import PostgresCatalog
internal import PostgresClient
internal import Settings
internal import Terminal

func drawDescriber(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    let isFocused = state.hasFocus(.describer)
    switch state.describer.subject {
    case .relation(let subject):
        drawRelation(subject, state, in: area, isFocused: isFocused, on: &canvas)
    case .database(let oid) where state.link.trouble == nil || state.databases.list.value != nil:
        guard let database = state.databases.list.value?.first(where: { $0.oid == oid }) else { fallthrough }
        let inside = canvas.box(
            area, title: StyledText(outside: database.name, .title), note: StyledText("database", .muted), isFocused: isFocused)
        canvas.lines(databaseLines(database, state, canvas.glyphs, width: inside.width), in: inside.inset(horizontally: 1, vertically: 0))
    case .schema(let oid):
        guard let schema = state.tree.schema(oid) else { fallthrough }
        let path = StyledText(outside: (state.tree.database ?? "") + " > " + schema.name, .title)
        let inside = canvas.box(area, title: path, note: StyledText("schema", .muted), isFocused: isFocused)
        canvas.lines(schemaLines(schema, width: inside.width), in: inside.inset(horizontally: 1, vertically: 0))
    default:
        let inside = canvas.box(area, title: StyledText("Description", .title), note: "", isFocused: isFocused)
        canvas.lines(welcomeLines(state, width: inside.width - 2), in: inside.inset(horizontally: 1, vertically: 0))
    }
}

private func drawRelation(
    _ subject: RelationSubject, _ state: DashboardState, in area: Rectangle, isFocused: Bool, on canvas: inout Canvas
) {
    let pane = state.describer
    let path = [subject.database, subject.schema, subject.relation.name].joined(separator: " > ")
    let title = StyledText(outside: path, .title)
    let mark = ageMark(state, canvas.glyphs)
    let facts = relationFacts(subject, state, canvas.glyphs)
    // Beside a long name the age alone stays.
    let note = !mark.isEmpty && title.width + facts.width + mark.width + 10 > area.width ? mark : facts + (mark.isEmpty ? "" : " ") + mark
    let inside = canvas.box(area, title: title, note: note, isFocused: isFocused)
    let (tabs, body) = inside.splitTop(1)
    tabStrip(pane).draw(in: tabs, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
    if pane.tab == .rows { return drawRows(state, in: body, of: area, isFocused: isFocused, on: &canvas) }
    guard let description = pane.description.value else {
        let lines = emptyLines(pane.description, link: state.link, now: state.now, glyphs: canvas.glyphs, width: body.width - 2)
        return canvas.lines(lines, in: body.inset(horizontally: 1, vertically: 0))
    }
    guard let content = state.tabContent else { return }
    canvas.footnote(footnote(description, state), of: area)
    switch content {
    case _ where content.count == 0:
        canvas.lines([StyledText(pane.tab.whenEmpty, .muted)], in: body.inset(horizontally: 1, vertically: 0))
    case .table(let listing):
        var table = Table(columns: listing.columns, count: listing.count, window: pane.window)
        table.isFocused = isFocused
        table.showsSelection = isFocused
        table.scroll = pane.horizontalOffset
        table.draw(in: body, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs, row: listing.row)
    case .text(let text):
        drawText(text, pane, in: body, on: &canvas)
    case .rows: break
    }
    let rows = Table.rows(of: body)
    canvas.scrollBar(count: content.count, window: pane.window, height: rows.height, rightOf: inside, from: rows.y)
}

/// A text below a line that says which part of it is in view.
private func drawText(_ text: ReaderText, _ pane: DescriberPane, in body: Rectangle, on canvas: inout Canvas) {
    let (header, rows) = body.splitTop(1)
    let visible = pane.window.visible(count: text.lines.count, height: rows.height)
    var words = visible.count < text.lines.count ? "lines \(visible.lowerBound + 1)-\(visible.upperBound) of \(text.lines.count)" : ""
    if text.width > rows.width {
        let last = min(text.width, pane.horizontalOffset + rows.width)
        words += (words.isEmpty ? "" : ", ") + "columns \(pane.horizontalOffset + 1)-\(last) of \(text.width)"
    }
    canvas.lines([StyledText(words, .muted)], in: header)
    for (line, index) in visible.enumerated() {
        canvas.surface.write(
            text.lines[index], at: Point(x: rows.x - pane.horizontalOffset, y: rows.y + line), theme: canvas.theme, clip: rows)
    }
}

/// Below: that it was dropped, who holds the lock that definitions wait for, or why something else is missing; else the comment.
private func footnote(_ description: RelationDescription, _ state: DashboardState) -> StyledText {
    if case .stale(_, _, .dropped) = state.describer.description { return StyledText(outside: PostgresError.dropped.message, .warning) }
    if let found = state.describer.definitionsFound.value, found.isBehindLock {
        let words = lockWords(found.definitions.lockHolders, serverNow: state.serverNow)
        return StyledText(outside: words + "; asked again", .warning)
    }
    if let reason = description.unavailable ?? state.describer.definitionsFound.value?.unavailable {
        return StyledText(outside: "some of this could not be had: " + reason.message, .warning)
    }
    return description.comment.map { StyledText(outside: $0, .comment) } ?? ""
}

func tabStrip(_ pane: DescriberPane) -> TabStrip {
    TabStrip(
        pane.tabs.map { tab in
            TabStrip.Tab(tab.title, short: tab.shortTitle, count: pane.count(tab), isDimmed: pane.count(tab) == 0)
        }, active: pane.tabs.firstIndex(of: pane.tab) ?? 0)
}

/// The tab at a place in the describer's first row.
func describerTab(at point: Point, in area: Rectangle, _ state: DashboardState) -> DescriberTab? {
    guard state.describer.relation != nil else { return nil }
    var scratch = Surface(size: state.size)
    let places = tabStrip(state.describer).draw(
        in: area.inset(by: 1).splitTop(1).top, of: &scratch, theme: state.interface.theme, glyphs: state.glyphs)
    return places.firstIndex { $0.contains(point) }.map { state.describer.tabs[$0] }
}

/// `table | 1.2 GB | ~10 M rows`
private func relationFacts(_ subject: RelationSubject, _ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let relation = subject.relation
    var facts = [relation.kind.title]
    if relation.persistence == .unlogged { facts.append("unlogged") }
    if relation.persistence == .temporary { facts.append("temporary") }
    if let size = partitionsSize(state) {
        facts.append(size)
    } else if let total = state.describer.definitionsFound.value?.definitions.totalBytes {
        facts.append(byteSize(total))
    } else if let estimate = relation.estimatedBytes {
        facts.append("~" + byteSize(estimate))
    }
    let rows = state.describer.description.value.map(\.estimatedRows) ?? relation.estimatedRows
    if let rows { facts.append("~\(compactCount(rows)) rows") }
    return StyledText(facts.joined(separator: " \(glyphs.separator) "), .muted)
}

/// The sum of a partitioned table's partitions, as far as their sizes are known: exact where all are, else with `~`.
private func partitionsSize(_ state: DashboardState) -> String? {
    guard let description = state.describer.description.value, description.kind == .partitionedTable else { return nil }
    let exact = state.describer.definitionsFound.value?.definitions.childBytes ?? [:]
    // A foreign table's rows lie elsewhere.
    let children = description.children.filter { $0.kind != .foreignTable }
    let known = children.compactMap { exact[$0.relation.oid] ?? $0.estimatedBytes }
    guard !known.isEmpty else { return nil }
    let isExact = children.allSatisfy { exact[$0.relation.oid] != nil }
    return (isExact ? "" : "~") + byteSize(known.reduce(0, +))
}

/// The loading mark or the age of the description; empty while it is fresh.
private func ageMark(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    if state.describer.tab == .rows { return rowsMark(state, glyphs) }
    return switch state.describer.description {
    case .loading(let since): StyledText(loadingMark(since, state.now, glyphs), .loading)
    case .stale(_, let asOf, _): StyledText("\(timeSpan(state.now - asOf)) old", .stale)
    case .notAsked, .loaded, .failed: ""
    }
}
