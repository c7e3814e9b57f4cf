internal import PostgresCatalog
internal import Terminal

/// The last line: a message while there is one, else the keys that help most here.
func drawHintLine(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    if let prompt = state.replayed?.prompt { return prompt.draw(state, on: &canvas) }
    if let message = state.message {
        return canvas.row(StyledText(" ") + StyledText(outside: message.text, message.role), in: area, y: area.y)
    }
    let warning: StyledText =
        state.warnings.isEmpty || state.areWarningsRead
        ? ""
        : StyledText(
            "\(state.warnings.count) warning\(state.warnings.count == 1 ? "" : "s"): \(ActionTable.label(of: .connection)) ", .warning)
    let room = area.width - warning.width - 1
    var shown = hints(state)
    // Help and quit stay longest: those before them go first.
    while shown.count > 2, hintText(shown).width > room { shown.remove(at: shown.count - 3) }
    canvas.row(hintText(shown), warning, in: area, y: area.y)
}

private func hintText(_ hints: [(String, String)]) -> StyledText {
    hints.reduce(into: StyledText("")) { line, hint in
        line += StyledText((line.isEmpty ? " " : "  ") + hint.0, .key) + StyledText(outside: " " + hint.1, .muted)
    }
}

private func hints(_ state: DashboardState) -> [(String, String)] {
    if let place = state.place, !place.hasKeys { return lineHints }
    switch state.layers.last {
    case .reader(let reader): return readerHints(reader, state)
    case .find: return findHints(state)
    // It stands in this line's place.
    case .command: return []
    case .password: return [(key(.open), "log in"), (key(.back), "close"), quitWhileTyping]
    case .connect: return [(key(.nextPane), "next field"), (key(.open), "connect"), (key(.back), "close"), quitWhileTyping]
    case nil: break
    }
    if state.isEnteringText { return filterHints }
    if state.replayed != nil { return state.replayHints }
    if state.monitor.isOpen { return monitorHints(state) }
    let actions: [Action] =
        switch state.focus {
        case .databases, .tree: [.open, .nextPane, .servers, .filter, .find, .monitor, .sort, .zoom, .refresh, .connection, .help, .quit]
        case .describer where state.describer.tab == .rows && state.describer.relation != nil:
            [.nextTab, .nextPane, .servers, .zoom, .refresh, .connection, .help, .quit]
        case .describer: [.nextTab, .nextPane, .servers, .copyName, .copyDefinition, .zoom, .refresh, .connection, .help, .quit]
        }
    return (state.focus == .describer ? linkHints(state) : []) + actions.filter { disabledReason($0, in: state) == nil }.map(hint)
}

/// Where enter and backspace lead in the describer.
private func linkHints(_ state: DashboardState) -> [(String, String)] {
    if state.describer.tab == .rows, state.describer.relation != nil { return rowsHints(state) }
    var hints: [(String, String)] = []
    if let object = state.listedObject {
        if let link = object.link { hints.append((key(.open), "to " + link.relation.name)) }
        hints.append((key(object.link == nil ? .open : .showRow), "whole row"))
    }
    if let last = state.describer.history.last { hints.append((key(.followBack), "to " + last.subject.relation.name)) }
    return hints
}

private func rowsHints(_ state: DashboardState) -> [(String, String)] {
    let rows = state.describer.rows
    guard let page = rows.page.value else {
        guard rows.asking == nil, state.link.isReady else { return [] }
        return [(key(.open), rows.source?.obstacle == nil ? "read the rows" : "look again")]
    }
    guard !page.rows.isEmpty else { return [] }
    var hints = [(key(.open), "whole row")]
    if rows.cell(row: state.describer.window.cursor)?.value != nil { hints.append((key(.showRow), "whole value")) }
    if case .success = state.valueUnderCursor { hints.append((key(.copyName), "copy it")) }
    if page.columns.count > 1 { hints.append((key(.collapse) + " " + key(.expand), "column")) }
    return hints
}

private func monitorHints(_ state: DashboardState) -> [(String, String)] {
    let listing = state.monitorListing
    var hints: [(String, String)] = []
    if let row = state.monitorRow {
        hints.append((key(.open), "whole row"))
        if row.copy != nil { hints.append((key(.copyName), row.copyHint ?? "copy name")) }
    }
    if state.monitor.page == .overview { hints.append(hint(.timeSpan)) } else { hints.append(hint(.filter)) }
    hints.append((key(.monitor), "leave"))
    let isSortable = listing?.isSortable ?? false
    if isSortable { hints.append((key(.sortPrevious) + " " + key(.sortNext), "sort")) }
    if state.place != nil { hints.append(hint(.servers)) }
    hints += [(key(.nextTab), "page"), (key(.pause), state.isPaused ? "go on" : "pause")]
    if isSortable { hints.append((key(.sort), "reverse")) }
    return hints + [hint(.help), hint(.quit)]
}

/// While the keys go to the lines of servers.
private var lineHints: [(String, String)] {
    [
        (key(.open), "show its panes"), (key(.moveDown) + " " + key(.moveUp), "move"), (key(.back), "back to the panes"),
        (key(.refresh), "try now"), (key(.monitor), "its monitor"), (key(.alerts), "its alerts"), hint(.hideServers), hint(.help),
        hint(.quit),
    ]
}

private var filterHints: [(String, String)] { [(key(.open), "keep"), (key(.back), "drop the filter"), quitWhileTyping] }

private func findHints(_ state: DashboardState) -> [(String, String)] {
    let reach = state.find.reach == .database ? "all databases" : "this database"
    return [
        (key(.open), "go there"), (key(.nextPane), "kind"), (FindKeys.reach.description, reach), (FindKeys.again.description, "read again"),
        (key(.back), "close"), quitWhileTyping,
    ]
}

private func readerHints(_ reader: ReaderOverlay, _ state: DashboardState) -> [(String, String)] {
    if reader.filter.isBeingTyped { return filterHints }
    guard let text = reader.text else { return [(key(.back), "close"), hint(.quit)] }
    let isFiltered = reader.filter.isActive
    var hints = [
        (key(.moveDown) + " " + key(.moveUp), "scroll"), hint(.filter), (key(.copyName), isFiltered ? "copy these lines" : "copy all"),
    ]
    if isFiltered { hints.append((key(.nextMatch) + " " + key(.previousMatch), "matches")) }
    if text.width > reader.room(on: state.size).width { hints.append((key(.collapse) + " " + key(.expand), "sideways")) }
    if text.definition != nil { hints.append(hint(.copyDefinition)) }
    if case .answer = reader.subject { hints.append(hint(.refresh)) }
    return hints + [(key(.back), isFiltered ? "drop the filter" : "close"), hint(.quit)]
}

private func key(_ action: Action) -> String { ActionTable.label(of: action) }

private var quitWhileTyping: (String, String) { (key(.cancel) + " " + key(.cancel), "quit") }

private func hint(_ action: Action) -> (String, String) {
    (ActionTable.label(of: action), ActionTable.entry(for: action).title)
}
