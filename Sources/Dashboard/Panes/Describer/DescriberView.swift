internal import PostgresCatalog
internal import PostgresClient
internal import Settings
internal import Terminal

func drawDescriber(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    let isFocused = state.focus == .describer
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
    guard let description = pane.description.value else {
        let lines = emptyLines(pane.description, link: state.link, now: state.now, glyphs: canvas.glyphs, width: body.width - 2)
        return canvas.lines(lines, in: body.inset(horizontally: 1, vertically: 0))
    }
    let listing = describerListing(description, pane, state, canvas.glyphs)
    canvas.footnote(description.comment.map { StyledText(outside: $0, .comment) } ?? "", of: area)
    guard listing.count > 0 else {
        return canvas.lines(
            [StyledText(pane.tab.whenEmpty, .muted)], in: body.inset(horizontally: 1, vertically: 0))
    }
    var table = Table(columns: listing.columns, count: listing.count, window: pane.window)
    table.isFocused = isFocused
    table.showsSelection = isFocused
    table.scroll = pane.horizontalOffset
    table.draw(in: body, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs, row: listing.row)
    let rows = Table.rows(of: body)
    canvas.scrollBar(count: listing.count, window: pane.window, height: rows.height, rightOf: inside, from: rows.y)
}

func tabStrip(_ pane: DescriberPane) -> TabStrip {
    TabStrip(
        DescriberTab.allCases.map { tab in TabStrip.Tab(tab.title, count: pane.count(tab), isDimmed: pane.count(tab) == 0) },
        active: pane.tab.rawValue)
}

/// The tab at a place in the describer's first row.
func describerTab(at point: Point, in area: Rectangle, _ state: DashboardState) -> DescriberTab? {
    guard state.describer.relation != nil else { return nil }
    var scratch = Surface(size: state.size)
    let places = tabStrip(state.describer).draw(
        in: area.inset(by: 1).splitTop(1).top, of: &scratch, theme: state.interface.theme, glyphs: state.glyphs)
    return places.firstIndex { $0.contains(point) }.flatMap(DescriberTab.init(rawValue:))
}

/// `table | 1.2 GB | ~10 M rows`
private func relationFacts(_ subject: RelationSubject, _ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let relation = subject.relation
    var facts = [relation.kind.title]
    if relation.persistence == .unlogged { facts.append("unlogged") }
    if relation.persistence == .temporary { facts.append("temporary") }
    if let total = state.describer.definitionsFound.value?.definitions.totalBytes {
        facts.append(byteSize(total))
    } else if let estimate = relation.estimatedBytes {
        facts.append("~" + byteSize(estimate))
    }
    let rows = state.describer.description.value.map(\.estimatedRows) ?? relation.estimatedRows
    if let rows { facts.append("~\(compactCount(rows)) rows") }
    return StyledText(facts.joined(separator: " \(glyphs.separator) "), .muted)
}

/// The loading mark or the age of the description; empty while it is fresh.
private func ageMark(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    switch state.describer.description {
    case .loading(let since): StyledText(loadingMark(since, state.now, glyphs), .loading)
    case .stale(_, let asOf, _): StyledText("\(timeSpan(state.now - asOf)) old", .stale)
    case .notAsked, .loaded, .failed: ""
    }
}
