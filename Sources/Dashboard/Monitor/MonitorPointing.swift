internal import Settings
internal import Terminal

/// A mouse event over the monitor: a press turns to a page or selects a row, a double press opens it, the wheel walks through the rows.
func pointInMonitor(_ mouse: MouseEvent, _ state: inout DashboardState) -> [Effect] {
    guard let listing = state.monitorListing else { return [] }
    let layout = state.monitorLayout(listing)
    switch mouse.kind {
    case .wheelUp: state.moveInMonitor(.rows(-3))
    case .wheelDown: state.moveInMonitor(.rows(3))
    case .press, .doublePress:
        state.monitor.list.filter.isBeingTyped = false
        var scratch = Surface(size: state.size)
        let tabs = monitorTabs(state).draw(in: layout.tabs, of: &scratch, theme: state.interface.theme, glyphs: state.glyphs)
        if let page = tabs.firstIndex(where: { $0.contains(mouse.position) }) {
            state.showPage(MonitorPage.allCases[page])
            return []
        }
        guard let row = state.monitorRow(at: mouse.position, listing, layout) else { return [] }
        state.moveInMonitor(.to(row))
        if mouse.kind == .doublePress { return state.openMonitorRow() }
    }
    return []
}

extension DashboardState {
    fileprivate func monitorRow(at point: Point, _ listing: MonitorListing, _ layout: MonitorLayout) -> Int? {
        if let context = monitorContext, let grid = overviewGrid(context) {
            let graphs = layout.table.splitBottom(grid.databaseRows).rest
            return listing.tables[0].rows.indices.first { grid.place(of: $0, in: graphs).contains(point) }
        }
        guard layout.rows.contains(point) else { return nil }
        let lines = listing.lines.prefix(monitor.list.top + point.y - layout.rows.y + 1)
        guard lines.count == monitor.list.top + point.y - layout.rows.y + 1, case .row = lines.last else { return nil }
        return lines.count { if case .row = $0 { true } else { false } } - 1
    }
}
