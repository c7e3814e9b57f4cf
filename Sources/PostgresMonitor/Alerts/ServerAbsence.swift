/// The alert of a server that does not answer: the only one that begins and ends by the passing of time.
struct ServerAbsence: Sendable {
    private(set) var alert: Alert?
    /// Since when no answer was to be had, and why.
    private var away: (since: WallClock, words: String)?
    /// Since when it answers again. A link that holds for less than ``calm`` has not come back.
    private var back: WallClock?

    /// Seconds.
    private static let calm = AlertRule.serverAway.patience.calm

    mutating func take(_ link: LinkCondition, at moment: WallClock) {
        switch link {
        case .unwatched:
            // Nobody waits for it any more: what stands ends at the next passing of time.
            back = away == nil ? nil : -.infinity
        case .answering: if away != nil, back == nil { back = moment }
        case .connecting:
            away = away ?? (moment, "not connected yet")
            back = nil
        case .away(let words):
            away = (away?.since ?? moment, words)
            back = nil
        }
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
        let words = "no answer for \(rule.unit.text(seconds)): \(away.words)"
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
