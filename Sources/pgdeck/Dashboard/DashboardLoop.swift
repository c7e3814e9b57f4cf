internal import Dashboard
internal import EventLoop
internal import NcursesTerminal
internal import PostgresMonitor
internal import Settings
internal import Terminal
internal import Worker

/// The main thread's loop: sleeps until something happens, lets the state take all of it, performs the effects, and draws once.
@MainActor
struct DashboardLoop {
    var fleet: Fleet
    let terminal: NcursesTerminal
    /// One for each server, with a thread of its own: none waits for another.
    let workers: [Worker]
    let outbox: Mailbox<FleetEvent>
    var log: EventLog?
    let recorder: Recorder?
    var memory = MemoryReturn()
    var painter = Painter()

    /// - Returns: the status to leave with.
    mutating func run() -> Int32 {
        defer { sayGoodbye() }

        log?.begin("dashboard")
        if let status = perform(start(&fleet)) { return status }
        while true {
            terminal.draw(painter.frame(of: fleet))
            let wake = fleet.nextWake
            let keys = terminal.waitForEvents(also: [outbox.fileDescriptor] + (recorder.map { [$0.fileDescriptor] } ?? []), until: wake)
            let now = ContinuousClock.now
            memory.pass(to: now, isUsed: !keys.isEmpty)
            var effects: [FleetEffect] = []
            for event in outbox.drain() {
                if case .worker(.link(let link), let server) = event { log?.take(link, of: fleet.decks[server].nameInFleet) }
                effects += update(&fleet, event, at: now)
                if case .worker(let event, _) = event { record(event) }
            }
            for notice in recorder?.drain() ?? [] {
                log?.take(notice)
                effects += update(&fleet, .said(DashboardState.Message(notice.description, role: notice.role)), at: now)
            }
            for event in keys { effects += update(&fleet, .terminal(event), at: now) }
            if let wake, wake <= now { effects += update(&fleet, .tick, at: now) }
            if let status = perform(effects) { return status }
        }
    }

    private func record(_ event: WorkerEvent) {
        let snapshot: Snapshot?
        switch event {
        case .snapshot(let new): snapshot = new
        case .link: snapshot = nil
        case .moved, .stayed, .sessions, .answered, .failed: return
        }
        guard let recorder else { return }
        let state = fleet.deck
        recorder.take(
            Recorder.Event(
                snapshot: snapshot, link: state.linkCondition, alerts: state.alerts.standing, moment: snapshot?.takenAt ?? state.wallClock))
    }

    /// Lets the workers end their sessions in order, for as long as nobody notices: on a link that hangs there is no order to be had.
    private func sayGoodbye() {
        terminal.restore()
        for worker in workers { worker.stop() }
        let patience = ContinuousClock.now + .milliseconds(50)
        var open = workers.count
        while open > 0, ContinuousClock.now < patience {
            waitUntilReadable([outbox.fileDescriptor], milliseconds: 10)
            for case .worker(.link(.closed), _) in outbox.drain() { open -= 1 }
        }
    }

    private func perform(_ effects: [FleetEffect]) -> Int32? {
        for (server, worker) in workers.enumerated() {
            worker.send(effects.compactMap { if $0.server == server, case .worker(let command) = $0.effect { command } else { nil } })
        }
        // Where several servers go at once, the bell rings once.
        if effects.contains(where: { if case .ring = $0.effect { true } else { false } }) { terminal.ring() }
        for effect in effects {
            switch effect.effect {
            case .worker, .ring: break
            case .repaint: terminal.repaint()
            case .notify(let text): terminal.notify(text, fleet.deck.interface.alerts.notification)
            case .copy(let text): terminal.copyToClipboard(text)
            case .log(let change): log?.take(change, of: fleet.decks[effect.server].nameInFleet)
            case .quit(let status):
                log?.end("status \(status)")
                return status
            }
        }
        return nil
    }
}
