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
    var state: DashboardState
    let terminal: NcursesTerminal
    let worker: Worker
    let outbox: Mailbox<WorkerEvent>
    var log: EventLog?
    let recorder: Recorder?

    /// - Returns: the status to leave with.
    mutating func run() -> Int32 {
        defer { sayGoodbye() }

        log?.begin("dashboard")
        if let status = perform(start(&state)) { return status }
        while true {
            terminal.draw(view(state))
            let wake = state.nextWake
            let keys = terminal.waitForEvents(also: [outbox.fileDescriptor] + (recorder.map { [$0.fileDescriptor] } ?? []), until: wake)
            let now = ContinuousClock.now
            var effects: [Effect] = []
            for event in outbox.drain() {
                if case .link(let link) = event { log?.take(link) }
                effects += update(&state, .worker(event), at: now)
                record(event)
            }
            for notice in recorder?.drain() ?? [] {
                log?.take(notice)
                effects += update(&state, .said(DashboardState.Message(notice.description, role: notice.role)), at: now)
            }
            for event in keys { effects += update(&state, .terminal(event), at: now) }
            if let wake, wake <= now { effects += update(&state, .tick, at: now) }
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
        recorder?.take(
            Recorder.Event(
                snapshot: snapshot, link: state.linkCondition, alerts: state.alerts.standing, moment: snapshot?.takenAt ?? state.wallClock))
    }

    /// Lets the worker end its sessions in order, for as long as nobody notices: on a link that hangs there is no order to be had.
    private func sayGoodbye() {
        terminal.restore()
        worker.stop()
        let patience = ContinuousClock.now + .milliseconds(50)
        while ContinuousClock.now < patience {
            for case .link(.closed) in outbox.drain() { return }
            waitUntilReadable([outbox.fileDescriptor], milliseconds: 10)
        }
    }

    private func perform(_ effects: [Effect]) -> Int32? {
        worker.send(effects.compactMap { if case .worker(let command) = $0 { command } else { nil } })
        for effect in effects {
            switch effect {
            case .worker: break
            case .repaint: terminal.repaint()
            case .ring: terminal.ring()
            case .notify(let text): terminal.notify(text, state.interface.alerts.notification)
            case .copy(let text): terminal.copyToClipboard(text)
            case .log(let change): log?.take(change)
            case .quit(let status):
                log?.end("status \(status)")
                return status
            }
        }
        return nil
    }
}
