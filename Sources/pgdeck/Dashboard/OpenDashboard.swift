internal import Dashboard
internal import EventLoop
internal import FoundationEssentials
internal import NcursesTerminal
internal import Settings
internal import Terminal
internal import Worker

/// Takes the terminal, starts a worker for each server and runs until the person leaves.
/// - Parameters:
///   - servers: the settings of each; at least one.
///   - recorder: where to write down what the monitor sees, of one server alone.
/// - Returns: the exit status; what went wrong is on stderr.
@MainActor
func openDashboard(_ servers: [Settings], prompt: PasswordPolicy, log: EventLog? = nil, recorder: Recorder? = nil) -> Int32 {
    let terminal: NcursesTerminal
    // How it looks and sounds is the same for all.
    var interface = servers[0].interface
    do {
        terminal = try NcursesTerminal(
            options: TerminalOptions(mouse: interface.mouse, glyphs: interface.glyphs))
    } catch {
        complain("\(error)")
        return ExitStatus.terminal
    }
    defer { terminal.restore() }
    interface.theme = interface.theme.adapted(to: terminal.capabilities.colors)
    do {
        let outbox = try Mailbox<FleetEvent>()
        let history = HistoryFile()
        let now = ContinuousClock.now
        let decks = servers.map { settings in
            var deck = DashboardState(
                size: terminal.size, now: now, interface: interface, connection: settings.connection, warnings: settings.warnings,
                glyphs: terminal.glyphs, passwordPolicy: prompt, wallClock: Date().timeIntervalSince1970)
            deck.isRecording = recorder != nil
            return deck
        }
        var fleet = Fleet(decks, names: servers.map { $0.name ?? "" })
        fleet.useHistory(CommandHistory(history?.lines ?? []))
        // The first frame is on the screen before the workers' threads exist.
        terminal.draw(view(fleet))
        let workers = try servers.indices.map { server in try Worker { outbox.post(.worker($0, server: server)) } }
        var loop = DashboardLoop(fleet: fleet, terminal: terminal, workers: workers, outbox: outbox, log: log, recorder: recorder)
        let status = loop.run()
        history?.write(loop.fleet.deck.commandHistory)
        if let shortcoming = recorder?.finish() { complain(shortcoming) }
        return status
    } catch {
        terminal.restore()
        complain("\(error)")
        return ExitStatus.terminal
    }
}
