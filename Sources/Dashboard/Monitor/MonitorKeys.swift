internal import Terminal

/// A key while the monitor is open and nothing lies over it: its filter has it first, then the digits, then the action table.
func pressInMonitor(_ chord: KeyChord, _ state: inout DashboardState) -> [Effect] {
    if state.monitor.list.filter.isBeingTyped { return pressInMonitorFilter(chord, &state) }
    if case .character(let digit) = chord.key, !chord.control, !chord.alt, digit.isASCII, let number = digit.wholeNumberValue {
        let index = number == 0 ? 9 : number - 1
        if MonitorPage.allCases.indices.contains(index) { state.showPage(MonitorPage.allCases[index]) }
        return []
    }
    guard let action = ActionTable.action(for: chord) else { return [] }
    if let reason = state.reasonInReplay(action) {
        state.message = .init(reason, role: .warning)
        return []
    }
    if action == .commandLine {
        state.openCommandLine(chord)
        return []
    }
    if let reason = disabledReasonInMonitor(action, in: state) {
        state.message = .init(reason, role: .warning)
        return []
    }
    return performInMonitor(action, &state)
}

private func pressInMonitorFilter(_ chord: KeyChord, _ state: inout DashboardState) -> [Effect] {
    switch chord.key {
    case .enter: state.monitor.list.filter.isBeingTyped = false
    case .escape: state.monitor.list.filter = Filter()
    case .up: state.moveInMonitor(.rows(-1))
    case .down: state.moveInMonitor(.rows(1))
    case .pageUp: state.moveInMonitor(.page(down: false))
    case .pageDown: state.moveInMonitor(.page(down: true))
    default: _ = state.monitor.list.filter.field.handle(chord)
    }
    return []
}

/// What an action does in the monitor; what it does not know of is done as everywhere.
private func performInMonitor(_ action: Action, _ state: inout DashboardState) -> [Effect] {
    switch action {
    case .monitor: state.toggleMonitor()
    case .back where state.monitor.list.filter.isActive: state.monitor.list.filter = Filter()
    case .back where state.monitor.list.scroll > 0: state.monitor.list.scroll = 0
    case .back where state.replayed != nil: break
    case .back: state.toggleMonitor()
    case .moveDown: state.moveInMonitor(rows: 1)
    case .moveUp: state.moveInMonitor(rows: -1)
    case .first: state.moveInMonitor(.first)
    case .last: state.moveInMonitor(.last)
    case .pageDown: state.moveInMonitor(.page(down: true))
    case .pageUp: state.moveInMonitor(.page(down: false))
    case .nextMatch: state.moveInMonitor(.rows(1))
    case .previousMatch: state.moveInMonitor(.rows(-1))
    case .expand: state.scrollMonitor(right: true)
    case .collapse: state.scrollMonitor(right: false)
    case .nextTab, .nextPane: state.showPage(by: 1)
    case .previousTab, .previousPane: state.showPage(by: -1)
    case .open, .showRow: return state.openMonitorRow()
    case .filter: state.monitor.list.filter.isBeingTyped = true
    case .sort: state.reverseSorting()
    case .sortNext: state.changeSortColumn(by: 1)
    case .sortPrevious: state.changeSortColumn(by: -1)
    case .timeSpan: state.changeTimeSpan()
    case .copyName: return state.monitorRow?.copy.map { state.copy($0.text, $0.words) } ?? []
    case .copyDefinition: return state.monitorRow?.definition.map { state.copy($0.text, $0.words) } ?? []
    case .showSQL: state.showMonitorSQL()
    case .refresh:
        guard state.link.isReady else { return state.refresh() }
        state.message = .init("asking now")
        return [.worker(.retryNow)]
    default: return perform(action, &state)
    }
    return []
}

/// Why an action can do nothing in the page in view.
private func disabledReasonInMonitor(_ action: Action, in state: DashboardState) -> String? {
    switch action {
    case .zoom, .followBack: return "not in the monitor; \(ActionTable.label(of: .monitor)) leaves it"
    case .sort, .sortNext, .sortPrevious:
        return state.monitorListing?.isSortable ?? false ? nil : "this page has an order of its own"
    case .timeSpan: return state.monitor.page == .overview ? nil : "the graphs are on page 1"
    case .open, .showRow: return state.monitorRow == nil ? "there is no row under the cursor" : nil
    case .copyName: return state.monitorRow?.copy == nil ? "there is nothing to copy under the cursor" : nil
    case .copyDefinition: return state.monitorRow?.definition == nil ? "there is no statement under the cursor" : nil
    case .nextMatch, .previousMatch:
        return state.monitor.list.filter.isActive ? nil : "no filter is set here: \(ActionTable.label(of: .filter)) sets one"
    case .filter: return state.monitor.page == .overview ? "there is nothing to filter here" : nil
    case .showSQL, .refresh: return disabledReason(action, in: state)
    default: return nil
    }
}
