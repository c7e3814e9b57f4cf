internal import Dashboard
internal import PostgresMonitor
internal import Reports

extension StatusLink {
    /// - Parameters:
    ///   - before: what was told before: a state that goes on keeps its beginning.
    ///   - now: both clocks at the same moment.
    init(_ link: LinkState, before: StatusLink?, now: (instant: ContinuousClock.Instant, wallClock: WallClock)) {
        let state: State =
            switch link {
            case .idle: .idle
            case .connecting: .connecting
            case .ready: .connected
            case .silent: .silent
            case .passwordNeeded: .passwordNeeded
            case .waiting: .waiting
            case .closed: .closed
            }
        let moment = { (instant: ContinuousClock.Instant) in now.wallClock + (instant - now.instant) / .seconds(1) }
        // Attempts are part of one and the same absence, and the reason for the last one's end is still the best that is known.
        let isRetry = state == .connecting && before?.error != nil
        var began = before.flatMap { $0.state == state || isRetry ? $0.since : nil } ?? now.wallClock
        if case .silent(_, let since) = link { began = moment(since) }
        self.init(
            state, words: linkWords(link), error: isRetry ? before?.error : link.trouble, server: link.server, since: began,
            nextTry: { if case .waiting(_, let until) = link { moment(until) } else { nil } }())
    }
}
