internal import Dashboard
internal import EventLoop
internal import FoundationEssentials
internal import NcursesTerminal
internal import Settings
internal import Terminal
internal import Worker

/// Takes the terminal, starts the worker and runs until the person leaves.
/// - Parameter recorder: where to write down what the monitor sees.
/// - Returns: the exit status; what went wrong is on stderr.
@MainActor
func openDashboard(_ settings: Settings, prompt: PasswordPolicy, log: EventLog? = nil, recorder: Recorder? = nil) -> Int32 {
    let terminal: NcursesTerminal
    do {
        terminal = try NcursesTerminal(
            options: TerminalOptions(mouse: settings.interface.mouse, glyphs: settings.interface.glyphs))
    } catch {
        complain("\(error)")
        return ExitStatus.terminal
    }
    defer { terminal.restore() }
    var interface = settings.interface
    interface.theme = interface.theme.adapted(to: terminal.capabilities.colors)
    do {
        let outbox = try Mailbox<WorkerEvent>()
        let history = HistoryFile()
        var state = DashboardState(
            size: terminal.size, now: .now, interface: interface, connection: settings.connection, warnings: settings.warnings,
            glyphs: terminal.glyphs, passwordPolicy: prompt, wallClock: Date().timeIntervalSince1970)
        state.commandHistory = CommandHistory(history?.lines ?? [])
        state.isRecording = recorder != nil
        // The first frame is on the screen before the worker's thread exists.
        terminal.draw(view(state))
        let worker = try Worker { outbox.post($0) }
        var loop = DashboardLoop(state: state, terminal: terminal, worker: worker, outbox: outbox, log: log, recorder: recorder)
        let status = loop.run()
        history?.write(loop.state.commandHistory)
        if let shortcoming = recorder?.finish() { complain(shortcoming) }
        return status
    } catch {
        terminal.restore()
        complain("\(error)")
        return ExitStatus.terminal
    }
}
