internal import Reports

/// When `pgdeck status --watch` prints a line: once a refresh while the server answers, at once when it goes away, and then each time that
/// an answer would have been due.
struct WatchPace {
    private let interval: Duration
    private var lastLine: ContinuousClock.Instant?
    private var due: ContinuousClock.Instant
    private var lastTrouble: String?

    init(every interval: Duration, from now: ContinuousClock.Instant) {
        self.interval = interval
        due = now + interval
    }

    var nextWake: ContinuousClock.Instant { due }

    /// A snapshot has come; a refresh may bring several.
    mutating func answered(at now: ContinuousClock.Instant) -> Bool {
        lastTrouble = nil
        if let lastLine, now - lastLine < interval / 2 { return false }
        return line(at: now)
    }

    mutating func changed(to link: StatusLink, at now: ContinuousClock.Instant) -> Bool {
        switch link.state {
        case .silent, .waiting, .passwordNeeded:
            guard link.words != lastTrouble else { return false }
            lastTrouble = link.words
            return line(at: now)
        case .idle, .connecting, .connected, .closed: return false
        }
    }

    /// ``nextWake`` has come: a line is owed, unless the answer is only a little late.
    mutating func timePassed(at now: ContinuousClock.Instant) -> Bool { now >= due && line(at: now) }

    private mutating func line(at now: ContinuousClock.Instant) -> Bool {
        lastLine = now
        // An answer in time comes before this.
        due = now + interval * 5 / 4
        return true
    }
}
