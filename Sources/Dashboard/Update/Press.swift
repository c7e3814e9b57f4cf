internal import PostgresClient
internal import Settings
internal import Terminal

/// A key: the top layer has it first, then a filter being typed, then the digits, then the action table.
func press(_ chord: KeyChord, _ state: inout DashboardState) -> [Effect] {
    let wasCancelArmed = state.isCancelArmed
    state.isCancelArmed = false
    state.message = nil
    let action = ActionTable.action(for: chord)
    if action == .cancel { return wasCancelArmed ? [.quit(status: 0)] : closeTop(&state) }
    if !state.layers.isEmpty { return pressInLayer(chord, &state) }
    if state.monitor.isOpen { return pressInMonitor(chord, &state) }
    if let pane = state.paneBeingFiltered { return pressInFilter(chord, pane, &state) }
    if case .character(let digit) = chord.key, !chord.control, !chord.alt, let number = digit.wholeNumberValue, digit.isASCII, number > 0 {
        return state.showTab(number: number)
    }
    guard let action else { return [] }
    if action == .commandLine {
        state.openCommandLine(chord)
        return []
    }
    if let reason = disabledReason(action, in: state) {
        state.message = .init(reason, role: .warning)
        return []
    }
    return perform(action, &state)
}

/// ^C: closes what lies on top and arms itself, so that a second one in a row quits.
private func closeTop(_ state: inout DashboardState) -> [Effect] {
    state.isCancelArmed = true
    var effects: [Effect] = []
    if case .reader(var reader) = state.layers.last, reader.filter.isBeingTyped {
        reader.changeFilter { $0 = Filter() }
        state.layers[state.layers.count - 1] = .reader(reader)
    } else if !state.layers.isEmpty {
        effects = state.closeLayer()
    } else if state.monitor.isOpen {
        state.monitor.list.filter = Filter()
    } else if let pane = state.paneBeingFiltered {
        state.changeFilter(of: pane) { $0 = Filter() }
    }
    state.message = .init("\(ActionTable.label(of: .cancel)) again quits", role: .warning)
    return effects + state.followCursor()
}

private func pressInLayer(_ chord: KeyChord, _ state: inout DashboardState) -> [Effect] {
    if case .find = state.layers.last { return state.pressInFind(chord) }
    if let line = state.commandLine { return pressInCommandLine(chord, line, &state) }
    let top = state.layers.count - 1
    switch state.layers[top].press(chord, on: state.size) {
    case .stay:
        if case .reader = state.layers[top], state.replayed == nil, !state.isEnteringText, ActionTable.action(for: chord) == .commandLine {
            state.openCommandLine(chord)
        }
        return []
    case .close: return state.closeLayer()
    case .quit: return [.quit(status: 0)]
    case .password(let secret):
        state.layers.removeLast()
        if let move = state.move, move.wantsPassword { return state.goOn(with: secret, move) }
        state.connection.use(password: secret)
        guard case .passwordNeeded = state.link else { return state.connect(to: state.connection.parameters) }
        state.link = .connecting(.authenticating, since: state.now)
        return [.worker(.password(secret))]
    case .connect(let parameters): return state.go(to: parameters)
    case .copy(let text, let words): return state.copy(text, words)
    case .ask(let question):
        state.changeReaders(of: question) { [now = state.now] in $0.ask(at: now) }
        return state.ask(question)
    case .say(let words):
        state.message = .init(words, role: .warning)
        return []
    }
}

private func pressInFilter(_ chord: KeyChord, _ pane: PaneID, _ state: inout DashboardState) -> [Effect] {
    switch chord.key {
    case .enter:
        state.changeFilter(of: pane) { $0.isBeingTyped = false }
        return []
    case .escape:
        state.changeFilter(of: pane) { $0 = Filter() }
        return state.followCursor()
    case .up: return state.moveCursor(.rows(-1), in: pane)
    case .down: return state.moveCursor(.rows(1), in: pane)
    case .pageUp: return state.moveCursor(.page(down: false), in: pane)
    case .pageDown: return state.moveCursor(.page(down: true), in: pane)
    default:
        state.changeFilter(of: pane) { filter in _ = filter.field.handle(chord) }
        return state.followCursor()
    }
}
