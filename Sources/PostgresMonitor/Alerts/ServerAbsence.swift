/// The alert of a server that does not answer: the only one that begins and ends by the passing of time.
struct ServerAbsence: Sendable {
    private(set) var alert: Alert?
    /// Since when no answer was to be had, why (nil while only a connection is awaited), and whether it answered for a moment in between.
    private var away: (since: WallClock, words: String?, isUnsteady: Bool)?
    /// Since when it answers again. A link that holds for less than ``calm`` has not come back.
    private var back: WallClock?

    /// Seconds.
    private static let calm = AlertRule.serverAway.patience.calm

    /// - Parameter since: when this began, where that is known to be earlier than the moment.
    mutating func take(_ link: LinkCondition, since: WallClock, at moment: WallClock) {
        switch link {
        case .unwatched:
            // Nobody waits for it any more: what stands ends at the next passing of time.
            back = away == nil ? nil : -.infinity
        case .answering:
            guard let away, back == nil else { return }
            // A first connection that was there in time has nothing to come back from.
            if away.words == nil, alert == nil { self.away = nil } else { back = moment }
        case .connecting:
            leave(since, away?.words)
        case .away(let words): leave(since, words)
        }
    }

    private mutating func leave(_ since: WallClock, _ words: String?) {
        away = (away?.since ?? since, words, away.map { $0.isUnsteady || back != nil } ?? false)
        back = nil
    }

    mutating func pass(to moment: WallClock, threshold: Double) -> AlertChange? {
        guard let away else { return nil }
        if let back {
            guard moment - back >= Self.calm else { return nil }
            self.away = nil
            self.back = nil
            guard var over = alert else { return nil }
            over.until = back.isFinite ? back : moment
            alert = nil
            return .ended(over)
        }
        let seconds = max(0, moment - away.since)
        let rule = AlertRule.serverAway
        let words = "no \(away.isUnsteady ? "steady " : "")answer for \(rule.unit.text(seconds)): \(away.words ?? "not connected yet")"
        if alert != nil {
            alert?.take(AlertMeasurement(value: seconds, words: words))
            return nil
        }
        guard seconds >= threshold else { return nil }
        var begun = Alert(rule: rule, since: away.since, value: seconds, worst: seconds, threshold: threshold, words: words)
        begun.take(AlertMeasurement(value: seconds, words: words))
        alert = begun
        return .began(begun)
    }

    func nextMoment(threshold: Double) -> WallClock? {
        guard let away else { return nil }
        if let back { return back.isFinite ? back + Self.calm : nil }
        return alert == nil ? away.since + threshold : nil
    }
}
