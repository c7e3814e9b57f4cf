internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

func drawDatabases(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    let pane = state.databases
    let inside = canvas.box(
        area, title: paneTitle("Databases", filter: pane.filter, glyphs: canvas.glyphs),
        note: listNote(pane.list, glyphs: canvas.glyphs, now: state.now) { String($0.count) }, isFocused: state.hasFocus(.databases))
    guard !pane.rows.isEmpty else {
        let lines =
            pane.filter.isActive
            ? [StyledText("nothing matches", .muted)]
            : emptyLines(pane.list, link: state.link, now: state.now, glyphs: canvas.glyphs, width: inside.width)
        return canvas.lines(lines, in: inside)
    }
    for (line, index) in pane.window.visible(count: pane.rows.count, height: inside.height).enumerated() {
        let selection: Role? = index == pane.window.cursor ? (state.hasFocus(.databases) ? .selection : .selectionInactive) : nil
        let (left, right) = present(pane.rows[index], state, canvas.glyphs)
        canvas.row(left, right, in: inside, y: inside.y + line, selection: selection)
    }
    canvas.scrollBar(count: pane.rows.count, window: pane.window, height: inside.height, rightOf: inside, from: inside.y)
}

private func present(_ database: Database, _ state: DashboardState, _ glyphs: Glyphs) -> (left: StyledText, right: StyledText) {
    let isCurrent = database.name == state.tree.database
    let isStale = state.databases.list.isStale
    let mark: StyledText =
        isCurrent
        ? StyledText(String(glyphs.current), .good)
        : database.canBeEntered
            ? StyledText(String(glyphs.open), .muted) : StyledText(String(glyphs.closed), .muted)
    let role: Role = isStale ? .stale : database.canBeEntered && !database.isTemplate ? (isCurrent ? .identifier : .text) : .muted
    let name = StyledText(" ") + highlighted(database.name, state.databases.filter, role)
    if let closed = database.closedMark { return (mark + name, StyledText(closed, .muted)) }
    let size = face(state.databases.sizes[database.oid] ?? .notAsked, glyphs: glyphs, now: state.now) { bytes in
        bytes.map(byteSize) ?? "?"
    }
    return (mark + name, size)
}
