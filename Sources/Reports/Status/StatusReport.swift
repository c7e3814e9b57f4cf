internal import PostgresClient
public import PostgresMonitor

/// What the faces without a screen tell: the last snapshot and how it stands with the link. A value: whoever asks waits for nobody.
public struct StatusReport: Sendable {
    public var link: StatusLink
    /// The last one, however old.
    public private(set) var snapshot: Snapshot?
    /// When it arrived, by a clock that nobody sets.
    private var arrivedAt = ContinuousClock.now
    /// What stands and what is over, judged by each snapshot; whoever keeps the report lets it have the link and the time.
    public var alerts: AlertBook

    public init(_ link: StatusLink, rules: AlertRules = AlertRules()) {
        self.link = link
        alerts = AlertBook(rules: rules)
    }

    /// - Returns: the alerts that began and ended by it.
    @discardableResult
    public mutating func take(_ snapshot: Snapshot, at now: ContinuousClock.Instant) -> [AlertChange] {
        self.snapshot = snapshot
        arrivedAt = now
        return alerts.take(snapshot)
    }

    /// Seconds since the last snapshot came; nil before the first.
    public func age(at now: ContinuousClock.Instant) -> Double? {
        snapshot.map { _ in max(0, (now - arrivedAt) / .seconds(1)) }
    }

    /// A refresh may wait as long as its slowest questions, and no other is asked meanwhile; a link that is silent is told by itself.
    private static let patience = 10.0

    /// Why the server cannot be told of as it is now; nil where it can: the link stands, and the facts are no older than three refreshes or
    /// ten seconds.
    public func trouble(at now: ContinuousClock.Instant) -> String? {
        guard link.state == .connected else { return [link.words, link.error?.description].compactMap(\.self).joined(separator: ": ") }
        guard let snapshot, let age = age(at: now) else { return "connected, and no facts yet" }
        // On a slow link a refresh takes as long as its answer.
        let longest = max(3 * (max(snapshot.interval, snapshot.roundTrip) / .seconds(1)), Self.patience)
        return age > longest ? "no answer: the last facts are \(Int(age)) s old" : nil
    }

    /// Whether the server accepts sessions, by the last that was heard.
    public func readiness(at now: ContinuousClock.Instant) -> Readiness {
        if trouble(at: now) == nil { return .accepting }
        return link.error.map(Readiness.init) ?? .noAnswer
    }
}
