/// An alert of a recording, as far as the heads of its lines tell it.
public struct RecordedAlert: Sendable, Hashable {
    /// When it began; alerts of one answer are one here.
    public var since: WallClock
    /// The first moment and the last one in which it stood.
    public var first: Int
    public var last: Int
}

/// Collects what lasts for several moments: alerts, and the absence of the server.
struct RecordedStretches: Sendable {
    /// In the order of their first moments.
    private(set) var alerts: [RecordedAlert] = []
    /// Ranges of moments.
    private(set) var absences: [Range<Int>] = []
    /// Where each alert that may still stand lies in ``alerts``.
    private var standing: [WallClock: Int] = [:]
    private var isAway = false

    mutating func take(_ moment: Int, link: RecordLine.Body.Link?, alertsSince: [WallClock]) {
        // An attempt that is under way ends no absence.
        switch link {
        case .away: isAway = true
        case .answering, .unwatched: isAway = false
        case .connecting, nil: break
        }
        if isAway {
            if let last = absences.last, last.upperBound == moment {
                absences[absences.count - 1] = last.lowerBound..<(moment + 1)
            } else {
                absences.append(moment..<(moment + 1))
            }
        }
        guard !alertsSince.isEmpty || !standing.isEmpty else { return }
        var next: [WallClock: Int] = [:]
        for since in alertsSince {
            if let place = next[since] ?? standing[since] {
                alerts[place].last = moment
                next[since] = place
            } else {
                next[since] = alerts.count
                alerts.append(RecordedAlert(since: since, first: moment, last: moment))
            }
        }
        standing = next
    }
}
