internal import Terminal

/// A mouse event: a press selects and gives the focus, a double press opens, the wheel scrolls the pane it is over.
func point(_ mouse: MouseEvent, _ state: inout DashboardState) -> [Effect] {
    if !state.layers.isEmpty {
        let rows = mouse.kind == .wheelUp ? -3 : mouse.kind == .wheelDown ? 3 : 0
        state.scrollFind(by: rows)
        state.layers[state.layers.count - 1].scroll(by: rows, on: state.size)
        return []
    }
    if state.monitor.isOpen { return pointInMonitor(mouse, &state) }
    guard let pane = state.layout.pane(at: mouse.position), let area = state.layout.panes[pane] else { return [] }
    switch mouse.kind {
    case .wheelUp, .wheelDown:
        state.scrollPane(pane, by: mouse.kind == .wheelUp ? -3 : 3)
        return []
    case .press, .doublePress:
        state.stopTypingFilter()
        state.focus = pane
        if pane == .describer, mouse.position.y == area.y + 1 {
            return describerTab(at: mouse.position, in: area, state).map { state.showTab($0) } ?? []
        }
        let firstRow = area.y + (pane == .describer ? 3 : 1)
        let row = state.window(of: pane).offset + mouse.position.y - firstRow
        let isOnRow = (firstRow..<firstRow + state.layout.contentHeight(pane)).contains(mouse.position.y)
        guard isOnRow, row < state.rowCount(of: pane) else { return state.followCursor() }
        let effects = state.moveCursor(.to(row), in: pane)
        return mouse.kind == .doublePress ? effects + state.open() : effects
    }
}
