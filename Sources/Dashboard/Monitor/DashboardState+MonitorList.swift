internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

// The cursor, the order and the filter of the page in view.
extension DashboardState {
    /// To be called after each event: the cursor is on a row that there is, and in view.
    mutating func settleMonitor() {
        guard monitor.isOpen, let listing = monitorListing, let index = listing.index(of: monitor.list) else { return }
        monitor.list.cursor = index
        monitor.list.selected = listing.row(index)?.id
        let lines = listing.lines
        guard let place = listing.place(of: index, in: lines) else { return }
        let height = max(1, monitorLayout(listing).rows.height)
        var top = monitor.list.top
        // A list's header comes into view with its first row.
        if place.line - place.first < height { top = min(top, place.first) } else { top = min(top, place.line) }
        top = max(top, place.line - height + 1)
        monitor.list.top = max(0, min(top, lines.count - height))
    }

    mutating func moveInMonitor(_ move: ScrollWindow.Move) {
        guard let listing = monitorListing, let index = listing.index(of: monitor.list) else { return }
        let page = max(1, monitorLayout(listing).rows.height - 1)
        let target =
            switch move {
            case .rows(let rows): index + rows
            case .page(let down): index + (down ? page : -page)
            case .first: 0
            case .last: listing.rowCount - 1
            case .to(let row): row
            }
        let row = max(0, min(target, listing.rowCount - 1))
        if row == 0 { monitor.list.top = 0 }
        monitor.list.cursor = row
        monitor.list.selected = listing.row(row)?.id
    }

    /// Up and down in the overview's grid are a row of figures away.
    mutating func moveInMonitor(rows: Int) {
        guard let context = monitorContext, let grid = overviewGrid(context), let index = monitorListing?.index(of: monitor.list) else {
            return moveInMonitor(.rows(rows))
        }
        let figures = context.metrics.count
        guard index < figures else { return moveInMonitor(.rows(rows)) }
        let target = index + rows * grid.columns
        // Below the last figures lie the databases, one by one.
        moveInMonitor(.to(target < 0 ? index : target >= figures ? figures : target))
    }

    /// Left and right: the next figure of the overview's grid, else the columns beyond the edge.
    mutating func scrollMonitor(right: Bool) {
        if let context = monitorContext, overviewGrid(context) != nil { return moveInMonitor(.rows(right ? 1 : -1)) }
        guard let listing = monitorListing, listing.isSingle else { return }
        let area = monitorLayout(listing).table
        let layout = listing.tables[0].wholeTable.unfoldedLayout(in: area)
        guard layout.maximumScroll > 0 else { return }
        monitor.list.scroll = layout.scroll(from: monitor.list.scroll, right: right, width: area.width)
    }

    // MARK: Order

    /// `<` and `>`: the next column that can be sorted by; numbers begin with the greatest.
    mutating func changeSortColumn(by step: Int) {
        guard let listing = monitorListing, listing.isSortable, let table = listing.tables.first else { return }
        let shown = table.shownColumns(in: monitorLayout(listing).table, scroll: monitor.list.scroll).filter {
            table.columns[$0].isSortable
        }
        guard !shown.isEmpty else { return }
        let present = listing.sorting(monitor.list)?.column
        let index = present.flatMap { shown.firstIndex(of: $0) }.map { ($0 + step + shown.count) % shown.count } ?? 0
        let column = shown[index]
        monitor.list.sorting = Table.Sorting(column: column, isAscending: table.columns[column].alignment == .left)
        sayOrder()
    }

    mutating func reverseSorting() {
        guard let listing = monitorListing, var sorting = listing.sorting(monitor.list) else { return changeSortColumn(by: 1) }
        sorting.isAscending.toggle()
        monitor.list.sorting = sorting
        sayOrder()
    }

    private mutating func sayOrder() {
        guard let listing = monitorListing, let sorting = listing.sorting(monitor.list) else { return }
        let title = listing.tables[0].columns[sorting.column].title
        message = .init("sorted by \(title), the \(sorting.isAscending ? "smallest" : "greatest") first")
    }

    // MARK: The row under the cursor

    var monitorRow: RowDetail? {
        guard monitor.isOpen, let listing = monitorListing else { return nil }
        return listing.index(of: monitor.list).flatMap { listing.row($0) }?.detail()
    }

    /// `e`: what the page in view is asked by.
    mutating func showMonitorSQL() {
        guard let server = serverVersion else { return }
        let context = ProbeContext(version: server, last: snapshot.value)
        let parts = ProbeRegistry.all.filter { $0.topics.contains(monitor.page.topic) }.map { probe in
            let absence = server.major < probe.firstMajor ? Absence.since(major: probe.firstMajor) : probe.absence(in: context)
            return "-- \(probe.name)\n" + (absence == nil ? probe.init().statement(in: context).inlined : "-- not asked of this server")
        }
        layers.append(.reader(ReaderOverlay("SQL, PostgreSQL \(server)", ReaderText(outside: parts.joined(separator: "\n\n")), at: now)))
    }
}
