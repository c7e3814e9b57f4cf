internal import PostgresMonitor
internal import Settings
internal import Terminal

/// The monitor over the panes: a frame with the pages as tabs, one page, and below it what is missing.
func drawMonitor(_ state: DashboardState, on canvas: inout Canvas) {
    let listing = state.monitorListing
    let layout = state.monitorLayout(listing)
    let title = paneTitle("Monitor", of: state.monitor.page.title, filter: state.monitor.list.filter, glyphs: canvas.glyphs)
    let inside = canvas.box(
        layout.frame, title: title, note: monitorNote(listing, state, canvas.glyphs), isFocused: state.place?.hasKeys ?? true)
    monitorTabs(state).draw(in: layout.tabs, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
    guard let listing, let context = state.monitorContext else {
        if let words = state.replayed?.linkWords {
            return canvas.lines([StyledText(outside: words, .muted)], in: layout.table.inset(horizontally: 1, vertically: 0))
        }
        let lines = emptyLines(state.snapshot, link: state.link, now: state.now, glyphs: canvas.glyphs, width: inside.width - 2)
        return canvas.lines(lines, in: layout.table.inset(horizontally: 1, vertically: 0))
    }
    if state.monitor.page == .overview {
        let cost = costLine(context.snapshot.cost, width: layout.frame.width - 6, glyphs: canvas.glyphs)
        canvas.footnote(cost, of: layout.frame)
    }
    if let grid = state.overviewGrid(context) {
        drawOverview(context, listing, grid, state, in: layout.table, on: &canvas)
    } else {
        drawListing(listing, state, layout, on: &canvas)
        canvas.scrollBar(lines: listing.lines.count, top: state.monitor.list.top, in: layout.rows, rightOf: inside)
    }
    if !state.isMonitorLive || listing.age != nil { canvas.dim(layout.table) }
    canvas.lines(state.monitorNotes(listing, width: layout.notes.width), in: layout.notes)
}

/// Above: how many there are, and how old what is shown is where nothing new comes.
private func monitorNote(_ listing: MonitorListing?, _ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let gap = StyledText(" \(glyphs.separator) ", .border)
    let known = listing.flatMap { $0.isKnown ? $0 : nil }
    var note = known?.summary ?? ""
    func add(_ text: StyledText) { note += (note.isEmpty ? "" : gap) + text }
    if state.monitor.list.filter.isActive, let listing { add(StyledText("\(listing.rowCount) shown", .warning)) }
    // One age: a page that is late is older than the snapshot it stands in.
    let snapshotAge = state.isMonitorLive ? nil : state.snapshot.asOf.map { (state.now - $0).inSeconds }
    if let known, let age = known.age ?? snapshotAge { add(StyledText("\(timeSpan(seconds: age)) old", .stale)) }
    if state.isPaused {
        add(StyledText("paused", .warning))
    } else {
        add(StyledText("every \(interval(state.interface.refresh))", .muted))
    }
    return note
}

func monitorTabs(_ state: DashboardState) -> TabStrip {
    TabStrip(
        MonitorPage.allCases.map { TabStrip.Tab($0.title, short: $0.shortTitle) },
        active: MonitorPage.allCases.firstIndex(of: state.monitor.page)!)
}

// MARK: Lists

private func drawListing(_ listing: MonitorListing, _ state: DashboardState, _ layout: MonitorLayout, on canvas: inout Canvas) {
    let list = state.monitor.list
    let cursor = listing.index(of: list)
    if listing.isSingle {
        let table = listing.tables[0]
        guard !table.rows.isEmpty else {
            let words = list.filter.isActive ? [StyledText("nothing matches", .muted)] : table.whenEmpty
            return canvas.lines(words, in: layout.table.inset(horizontally: 1, vertically: 0))
        }
        var drawn = table.drawn(in: layout.table, scroll: list.scroll)
        drawn.table.window = ScrollWindow(cursor: cursor ?? 0, offset: list.top)
        drawn.table.sorting = listing.sorting(list).flatMap { sorting in
            drawn.columns.firstIndex(of: sorting.column).map { Table.Sorting(column: $0, isAscending: sorting.isAscending) }
        }
        return canvas.draw(drawn, in: layout.table, filter: list.filter)
    }
    var y = layout.rows.y
    var row = 0
    for line in listing.lines.prefix(list.top) { if case .row = line { row += 1 } }
    for line in listing.lines.dropFirst(list.top).prefix(layout.rows.height) {
        let place = Rectangle(x: layout.rows.x, y: y, width: layout.rows.width, height: 1)
        switch line {
        case .blank: break
        case .title(let table): canvas.lines([listing.tables[table].title], in: place)
        case .empty(let table, let index):
            canvas.lines(["  " + listing.tables[table].whenEmpty[index]], in: place)
        case .header(let table):
            canvas.draw(listing.tables[table].drawn(in: place), in: place, filter: list.filter)
        case .row(let table, let index):
            var drawn = listing.tables[table].drawn(in: place)
            drawn.table.showsHeader = false
            drawn.table.window = ScrollWindow(cursor: row == cursor ? index : -1, offset: index)
            drawn.table.showsSelection = row == cursor
            canvas.draw(drawn, in: place, filter: list.filter)
            row += 1
        }
        y += 1
    }
}

extension Canvas {
    /// Rows of a list, with what the filter matched marked.
    fileprivate mutating func draw(_ drawn: DrawnTable, in area: Rectangle, filter: Filter) {
        let widths = drawn.table.layout(in: area).widths
        drawn.table.draw(in: area, of: &surface, theme: theme, glyphs: glyphs) { index in
            zip(drawn.columns, widths).map { column, width in
                let cell = drawn.rows[index].cell(column, width)
                return filter.isActive ? cell.highlighting(filter.text) : cell
            }
        }
    }

    fileprivate mutating func scrollBar(lines: Int, top: Int, in rows: Rectangle, rightOf inside: Rectangle) {
        ScrollBar(count: lines, visible: top..<min(lines, top + rows.height)).draw(
            in: Rectangle(x: inside.maxX, y: rows.y, width: 1, height: rows.height), of: &surface, theme: theme, glyphs: glyphs)
    }

    /// Facts that are old: in the colour of age, whatever they are; the ground stays.
    mutating func dim(_ area: Rectangle) {
        let stale = theme[.stale]
        surface.restyle(area) { style in
            style.foreground = stale.foreground
            style.attributes.formUnion(stale.attributes)
        }
    }
}
