internal import CatalogSearch
public import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// Where the overlay's parts lie.
struct FindLayout {
    var frame: Overlay
    var area: Rectangle
    var field: Rectangle
    var scopes: Rectangle
    var list: Rectangle
}

extension DashboardState {
    var findLayout: FindLayout {
        // The status bar and the hint line stay in view, and the size stays while what is found changes.
        let area = Rectangle(size).splitBottom(2).rest
        let frame = Overlay(title: "", content: Size(width: min(110, area.width - 4), height: area.height - 2))
        let (field, below) = frame.content(in: area).splitTop(1)
        let (scopes, list) = below.splitTop(1)
        return FindLayout(frame: frame, area: area, field: field, scopes: scopes, list: list)
    }
}

func drawFind(_ overlay: FindOverlay, _ state: DashboardState, on canvas: inout Canvas) {
    let find = state.find
    var layout = state.findLayout
    let whole = find.reach == .server ? "all databases" : state.tree.database ?? ""
    layout.frame.title =
        StyledText("Find", .title)
        + (whole.isEmpty ? "" : StyledText(" \(canvas.glyphs.separator) ", .border) + StyledText(outside: whole, .title))
    layout.frame.note = countNote(state, canvas.glyphs)
    layout.frame.draw(in: layout.area, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
    canvas.footnote(footnote(state), of: layout.frame.frame(in: layout.area))

    TabStrip(FindOverlay.Scope.allCases.map { TabStrip.Tab($0.title) }, active: overlay.scope.rawValue)
        .draw(in: layout.scopes, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
    let rows = find.found
    for (line, place) in overlay.window.visible(count: rows.count, height: layout.list.height).enumerated() {
        let (left, right) = present(rows[place], find)
        canvas.row(
            left, right, in: layout.list, y: layout.list.y + line, selection: place == overlay.window.cursor ? .selection : nil,
            ground: .overlay)
    }
    if rows.isEmpty { canvas.lines(emptyFindLines(state, width: layout.list.width), in: layout.list, within: .overlay) }
    canvas.scrollBar(count: rows.count, window: overlay.window, height: layout.list.height, rightOf: layout.list, from: layout.list.y)
    overlay.field.draw(
        in: layout.field, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs,
        placeholder: "letters in their order; words; schema.table.column")
}

/// The names on the way, with what was typed in the role `match`, and what kind of thing it is.
private func present(_ finding: Finding, _ find: Find) -> (left: StyledText, right: StyledText) {
    let object = find.index.object(finding)
    var names = find.index.names(of: finding, matching: find.pattern)
    let database = names.removeFirst()
    var path = StyledText("")
    if find.reach == .server { path += marked(database, .type) + StyledText(" ", .muted) }
    for (level, name) in names.enumerated() {
        let isLast = level == names.count - 1
        path += marked(name, isLast ? .text : .muted) + (isLast ? "" : StyledText(".", .muted))
    }
    switch object {
    case .relation(let relation): return (path, StyledText(relation.kind.title, .muted))
    case .column: return (path, StyledText("column", .muted))
    case .function(let function):
        return (path + StyledText(outside: "(\(function.arguments))", .muted), StyledText(function.kind.title, .muted))
    }
}

/// A name from outside with some of its Unicode scalars in the role `match`.
private func marked(_ name: FoundName, _ role: Role) -> StyledText {
    guard !name.matched.isEmpty else { return StyledText(outside: name.text, role) }
    var line = StyledText("")
    var piece = ""
    var isMatch = false
    var place = 0
    for character in name.text {
        // By characters, so that no mark is parted from what it stands on.
        let end = place + character.unicodeScalars.count
        let matches = (place..<end).contains { name.matched.contains($0) }
        place = end
        if matches != isMatch, !piece.isEmpty {
            line += StyledText(outside: piece, isMatch ? .match : role)
            piece = ""
        }
        isMatch = matches
        piece.append(character)
    }
    return line + StyledText(outside: piece, isMatch ? .match : role)
}

/// `12 of 3400, still loading`
private func countNote(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let find = state.find
    guard let asOf = find.asOf else { return "" }
    let note = StyledText("\(find.matches) of \(find.index.count)", .muted)
    if !find.isComplete {
        return state.link.isReady ? note + StyledText(", still loading", .loading) : note + StyledText(", not all was read", .stale)
    }
    let age = ReaderOverlay.shownAge(state.now - asOf)
    if !state.link.isReady { return note + StyledText(", \(timeSpan(state.now - asOf)) old", .stale) }
    return age < .seconds(60) ? note : note + StyledText(", as of \(timeSpan(age)) ago", .muted)
}

/// Why something is missing.
private func footnote(_ state: DashboardState) -> StyledText {
    if !state.link.isReady { return StyledText(outside: linkWords(state.link, now: state.now), .stale) }
    guard let failure = state.find.failures.last else { return "" }
    let others = state.find.failures.count - 1
    return StyledText(outside: "\(failure.database): \(failure.error.message)", .failed)
        + (others > 0 ? StyledText(", and \(others) more not read", .failed) : "")
}

private func emptyFindLines(_ state: DashboardState, width: Int) -> [StyledText] {
    let find = state.find
    if find.isEmpty { return [StyledText(state.tree.database == nil ? "no database is open" : state.link.whyNotAsked, .muted)] }
    if !find.isComplete || find.isSearching { return [StyledText(state.link.isReady ? "nothing yet" : "nothing in what was read", .muted)] }
    if let failure = find.failures.last, find.index.count == 0 { return errorLines(failure.error, width: width) }
    return [StyledText("nothing matches", .muted)]
}

extension FunctionKind {
    /// One of them.
    public var title: String {
        switch self {
        case .function: "function"
        case .procedure: "procedure"
        case .aggregate: "aggregate"
        case .window: "window function"
        }
    }
}
