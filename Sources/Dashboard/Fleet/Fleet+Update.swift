internal import Terminal

/// The one door through which a fleet changes; what happens to a server's dashboard goes through that one's own.
public func update(_ fleet: inout Fleet, _ event: FleetEvent, at now: Instant) -> [FleetEffect] {
    var due: [Int] = []
    if case .tick = event { due = fleet.decks.indices.filter { server in fleet.wake(server).map { $0 <= now } ?? false } }
    fleet.now = now
    let effects =
        switch event {
        case .terminal(let event): fleet.take(event)
        case .worker(let event, let server): fleet.pass(.worker(event), to: server)
        case .said(let message): fleet.pass(.said(message), to: fleet.selected)
        case .tick: due.flatMap { fleet.pass(.tick, to: $0) }
        }
    let settled = fleet.settle()
    // Keys among the lines change what the panes show as well: the frame of their focus, the hints, a message.
    if case .terminal = event { fleet.decks[fleet.selected].revision += 1 }
    return effects + settled
}

/// What a fleet does first.
public func start(_ fleet: inout Fleet) -> [FleetEffect] {
    fleet.decks.indices.flatMap { server in start(&fleet.decks[server]).map { FleetEffect(effect: $0, server: server) } }
}

extension Fleet {
    mutating func pass(_ event: DashboardEvent, to server: Int) -> [FleetEffect] {
        update(&decks[server], event, at: now).map { FleetEffect(effect: $0, server: server) }
    }

    /// To the dashboard on the screen.
    mutating func pass(_ event: TerminalEvent) -> [FleetEffect] { pass(.terminal(event), to: selected) }

    fileprivate mutating func take(_ event: TerminalEvent) -> [FleetEffect] {
        switch event {
        case .key(let chord): return decks.count > 1 ? press(chord) : pass(event)
        case .mouse(let mouse): return point(mouse)
        case .paste: return lines.hasKeys ? [] : pass(event)
        case .resize(let size):
            self.size = size
            return []
        case .resumed, .terminate: return pass(event)
        }
    }

    /// To be called after each event: the dashboards have what the lines leave of the screen.
    fileprivate mutating func settle() -> [FleetEffect] {
        if lineCount == 0 { lines.hasKeys = false }
        if !lines.hasKeys { lines.window.select(selected, count: decks.count, height: lineCount) }
        lines.window.fit(count: decks.count, height: lineCount)
        var effects: [FleetEffect] = []
        for server in decks.indices {
            decks[server].place?.hasKeys = !lines.hasKeys
            if decks[server].size != deckSize { effects += pass(.terminal(.resize(deckSize)), to: server) }
        }
        return effects
    }

    /// Moves the panes to a server; those of the one before stay as they are until one comes back.
    mutating func show(_ server: Int) -> [FleetEffect] {
        guard decks.indices.contains(server) else {
            deck.message = .init("there are \(decks.count) servers", role: .warning)
            return []
        }
        guard server != selected else { return [] }
        let left = selected
        selected = server
        // What was typed into the command line is one person's, whatever the server.
        decks[server].commandHistory = decks[left].commandHistory
        deck.message = nil
        return pass(.inView(false), to: left) + pass(.inView(true), to: server)
    }

    /// To be called before the first event: the lines run in earlier sessions.
    public mutating func useHistory(_ history: CommandHistory) { deck.commandHistory = history }

    mutating func show(by step: Int) -> [FleetEffect] { show((selected + step + decks.count) % decks.count) }
}
