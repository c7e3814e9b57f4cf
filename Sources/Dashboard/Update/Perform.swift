internal import PostgresClient
internal import Terminal

/// Does what an action says in the pane that has the focus.
func perform(_ action: Action, _ state: inout DashboardState) -> [Effect] {
    switch action {
    case .moveDown: return state.moveCursor(.rows(1), in: state.focus)
    case .moveUp: return state.moveCursor(.rows(-1), in: state.focus)
    case .first: return state.moveCursor(.first, in: state.focus)
    case .last: return state.moveCursor(.last, in: state.focus)
    case .pageDown: return state.moveCursor(.page(down: true), in: state.focus)
    case .pageUp: return state.moveCursor(.page(down: false), in: state.focus)
    case .expand: return state.expand()
    case .collapse: return state.collapse()
    case .open: return state.open()
    case .back: return state.goBack()
    case .nextPane: return state.focusPane(by: 1)
    case .previousPane: return state.focusPane(by: -1)
    case .nextTab: return state.showTab(by: 1)
    case .previousTab: return state.showTab(by: -1)
    case .zoom:
        state.isZoomed.toggle()
        state.settleCursors()
    case .monitor: state.toggleMonitor()
    case .find: return state.openFind()
    case .filter: return state.beginFilter()
    case .nextMatch: return state.moveToMatch(by: 1)
    case .previousMatch: return state.moveToMatch(by: -1)
    case .sort: state.sort()
    case .refresh: return state.refresh()
    case .slower: return state.changeRefresh(by: 1)
    case .faster: return state.changeRefresh(by: -1)
    case .pause:
        state.isPaused.toggle()
        return [.worker(.pause(state.isPaused))]
    case .copyName:
        if let value = state.valueUnderCursor { return state.copyValue(value) }
        guard let name = state.nameUnderCursor else { return [] }
        return state.copy(name, name)
    case .copyDefinition: return state.copyDefinition()
    case .showSQL: state.showSQL()
    case .showRow: return state.showRow()
    case .followBack: return state.followBack()
    case .connection:
        state.areWarningsRead = true
        state.layers.append(.reader(ReaderOverlay("Connection", of: .connection)))
    case .connect: state.openConnectForm()
    case .alerts: state.layers.append(.reader(ReaderOverlay("Alerts", of: .alerts)))
    case .help: state.layers.append(.reader(ReaderOverlay("Help", of: .help)))
    case .repaint: return [.repaint]
    case .quit: return [.quit(status: 0)]
    // Which key opened it matters, so press opens it.
    case .commandLine: break
    // They are the fleet's: see Fleet+Keys.
    case .servers, .nextServer, .previousServer, .hideServers: break
    // They are the monitor's: see pressInMonitor.
    case .sortPrevious, .sortNext, .timeSpan: break
    // ^C is handled before the layers, in press; ^Z is the terminal's own and stands in the table for the help.
    case .cancel, .suspend: break
    }
    return []
}
