internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

/// The one door through which a dashboard changes: an event comes in, the state is changed, effects go out. Nothing is performed here.
public func update(_ state: inout DashboardState, _ event: DashboardEvent, at now: Instant) -> [Effect] {
    state.now = now
    let lastRequest = state.lastRequest
    // What a status changes beyond the bar begins with a question.
    let isAtRest = event.isStatus && state.isAtRest
    let effects = take(event, &state)
    state.settleSource()
    state.settleMonitor()
    state.settleReaders()
    if !isAtRest || state.lastRequest != lastRequest { state.revision += 1 }
    return effects
}

private func take(_ event: DashboardEvent, _ state: inout DashboardState) -> [Effect] {
    let effects =
        switch event {
        case .terminal(let event): updateFromTerminal(&state, event)
        case .worker(let event): updateFromWorker(&state, event)
        case .said(let message): say(message, &state)
        case .inView(let isInView): state.take(inView: isInView)
        case .tick: askWhatIsDue(&state)
        }
    // Sizes come last: whenever nothing else is under way that shares their session.
    return effects + state.watchWhatIsShown() + state.askNextSize() + state.judgeAlerts(by: event)
}

/// What a dashboard does first: say what to watch, and connect, or say how.
public func start(_ state: inout DashboardState) -> [Effect] {
    state.monitor.watched = state.topics
    return (state.isInView ? [] : [.worker(.browse(false))]) + [.worker(.watch(state.topics, background: state.backgroundTopics))]
        + connectOrAsk(&state)
}

func connectOrAsk(_ state: inout DashboardState) -> [Effect] {
    guard !state.connection.isEmpty else {
        state.layers.append(.connect(ConnectForm(state.connection.parameters, reason: ConnectForm.nothingSet)))
        return []
    }
    if state.passwordPolicy == .always, state.connection.parameters.password == nil {
        guard state.isInView else { return [] }
        let prompt = PasswordPrompt(state.connection.destination, reason: PasswordPrompt.beforeConnecting)
        state.layers.append(.password(prompt))
        return []
    }
    return state.connect(to: state.connection.parameters)
}

private func updateFromTerminal(_ state: inout DashboardState, _ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let chord): return press(chord, &state)
    case .mouse(let mouse): return point(mouse, &state)
    case .paste(let text): return paste(text, &state)
    case .resize(let size):
        state.size = size
        state.settleCursors()
        return []
    case .resumed: return []
    case .terminate(let status): return [.quit(status: status)]
    }
}

/// Pasted text goes where text is being entered; elsewhere it does nothing, so that no letter of it is taken for a command.
private func paste(_ text: String, _ state: inout DashboardState) -> [Effect] {
    if case .find = state.layers.last { return state.pasteIntoFind(text) }
    if !state.layers.isEmpty {
        state.layers[state.layers.count - 1].paste(text)
    } else if state.monitor.isOpen {
        if state.monitor.list.filter.isBeingTyped { state.monitor.list.filter.field.paste(text) }
    } else if let pane = state.paneBeingFiltered {
        state.changeFilter(of: pane) { $0.field.paste(text) }
    }
    return []
}

private func say(_ message: DashboardState.Message, _ state: inout DashboardState) -> [Effect] {
    state.message = message
    return []
}

/// Asks what the cursor's rest has made due.
private func askWhatIsDue(_ state: inout DashboardState) -> [Effect] {
    if state.isFindOpen, state.find.isSearching { state.searchOn() }
    if let end = state.find.end, end <= state.now { state.find = Find() }
    var effects: [Effect] = []
    if let due = state.describer.descriptionDue, due <= state.now { effects += state.askDescription() }
    if let due = state.describer.definitionsDue, due <= state.now { effects += state.askDefinitions() }
    return effects
}
