internal import Dashboard
internal import NcursesTerminal
internal import Terminal

/// The main thread's loop of a replay: as ``DashboardLoop``, with a file in place of a server.
@MainActor
struct ReplayLoop {
    var replay: Replay
    let terminal: NcursesTerminal
    let desk: ReplayDesk

    /// - Returns: the status to leave with.
    mutating func run() -> Int32 {
        if let status = perform(replay.start()) { return status }
        while true {
            terminal.draw(view(replay))
            let wake = replay.nextWake
            let keys = terminal.waitForEvents(also: [desk.fileDescriptor], until: wake)
            let now = ContinuousClock.now
            var effects: [ReplayEffect] = []
            for event in desk.drain() { effects += replay.take(event, at: now) }
            for event in keys { effects += replay.take(.terminal(event), at: now) }
            if let wake, wake <= now { effects += replay.take(.tick, at: now) }
            if let status = perform(effects) { return status }
        }
    }

    private func perform(_ effects: [ReplayEffect]) -> Int32? {
        for effect in effects {
            switch effect {
            case .read(let place, let span): desk.read(place, span)
            case .readOn: desk.readOn()
            case .copy(let text): terminal.copyToClipboard(text)
            case .repaint: terminal.repaint()
            case .quit(let status): return status
            }
        }
        return nil
    }
}
