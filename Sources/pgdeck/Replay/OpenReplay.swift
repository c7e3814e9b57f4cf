internal import Dashboard
internal import DisplayText
internal import NcursesTerminal
internal import PostgresMonitor
internal import Settings
internal import Terminal

/// Takes the terminal and shows a recording until the person leaves.
/// - Returns: the exit status; what went wrong is on stderr.
@MainActor
func openReplay(_ path: String, _ settings: Settings) -> Int32 {
    do {
        let desk = try ReplayDesk(path)
        let terminal = try NcursesTerminal(
            options: TerminalOptions(mouse: settings.interface.mouse, glyphs: settings.interface.glyphs))
        defer { terminal.restore() }
        var settings = settings
        settings.interface.theme = settings.interface.theme.adapted(to: terminal.capabilities.colors)
        let replay = Replay(
            path, desk.index, isBeingWritten: desk.isBeingWritten, size: terminal.size, settings: settings, glyphs: terminal.glyphs,
            now: .now)
        var loop = ReplayLoop(replay: replay, terminal: terminal, desk: desk)
        return loop.run()
    } catch {
        complain(DisplayText.visible("\(error)"))
        return error is any UsageFailure ? ExitStatus.usage : ExitStatus.terminal
    }
}

/// Prints the screen at the last moment of a recording: a replay for a pipe.
/// - Returns: the exit status.
func printReplay(_ path: String, _ settings: Settings) -> Int32 {
    DisplayText.adoptLocale()
    do {
        let reader = try RecordReader(path)
        var settings = settings
        settings.interface.theme = Theme(name: "plain", styles: [:])
        var replay = Replay(
            path, reader.index, isBeingWritten: reader.isBeingWritten, size: Size(width: 120, height: 40), settings: settings,
            glyphs: DisplayText.isUnicode ? .unicode : .ascii, now: .now)
        var moments = MomentReader(reader)
        for case .read(let place, let span) in replay.start() { _ = replay.take(.read(moments.read(place, span)), at: .now) }
        // The last line is for keys.
        for line in view(replay).lines.dropLast() { print(line) }
        return 0
    } catch {
        complain(DisplayText.visible("\(error)"))
        return ExitStatus.usage
    }
}
