internal import Terminal

/// Why an action can do nothing at present, in words for the hint line; nil where it can.
func disabledReason(_ action: Action, in state: DashboardState) -> String? {
    switch action {
    case .open:
        let isNothing =
            switch state.focus {
            case .databases: state.databases.selected == nil
            case .tree: state.tree.selectedRow.map { state.tree.isExpanded($0) == nil && state.tree.selectedRelation == nil } ?? true
            case .describer: state.describer.tab != .rows && state.listedObject == nil
            }
        return isNothing ? "there is nothing to open here" : nil
    case .nextMatch, .previousMatch:
        if state.focus == .describer { return "the describer has no filter" }
        let isFiltered = state.focus == .databases ? state.databases.filter.isActive : state.tree.filter.isActive
        return isFiltered ? nil : "no filter is set here: \(ActionTable.label(of: .filter)) sets one"
    case .filter:
        return state.focus == .describer && state.tabContent?.readerText == nil ? "there is nothing to filter here" : nil
    case .sort:
        return state.focus == .describer ? "the describer has nothing to sort" : nil
    case .nextTab, .previousTab:
        return state.describer.relation == nil ? "select a relation first" : nil
    case .copyName:
        return state.nameUnderCursor == nil ? "there is no name under the cursor" : nil
    case .copyDefinition:
        if state.focus == .databases { return "a database has no definition to copy" }
        return state.hasDefinitionUnderCursor ? nil : "the definition is not known"
    case .showSQL:
        return state.serverVersion == nil ? "the statements depend on the server's version, which is not known yet" : nil
    case .followBack:
        return state.describer.history.isEmpty ? "no link was followed" : nil
    case .showRow where state.describer.tab == .rows && state.focus == .describer:
        return state.describer.rows.cell(row: state.describer.window.cursor) == nil ? "there is no value under the cursor" : nil
    case .showRow:
        return state.focus != .describer || state.listedObject == nil ? "there is no row of the describer under the cursor" : nil
    case .sortNext, .sortPrevious, .timeSpan:
        return "only in the monitor: \(ActionTable.label(of: .monitor)) opens it"
    case .servers, .nextServer, .previousServer, .hideServers:
        return state.place == nil ? "there is one server; pgdeck --service A --service B opens several" : nil
    case .refresh:
        return state.link == .idle ? "not connected: \(ActionTable.label(of: .connect)) opens the connection form" : nil
    default:
        return nil
    }
}

extension ActionTable {
    /// The first chord of an action as the screen writes it.
    static func label(of action: Action) -> String { entry(for: action).chords[0].description }
}
