/// Makes one moment of all the snapshots of a refresh, so that a recording has a line for each and not for every part of it.
public struct RecordPace: Sendable {
    private var waiting: RecordedMoment?

    public init() {}

    /// Takes what has happened in.
    /// - Parameter snapshot: what has come with it; nil for a change of the link.
    /// - Returns: the moments that are ready to be written.
    public mutating func take(_ snapshot: Snapshot?, link: LinkCondition, alerts: [Alert], at moment: WallClock) -> [RecordedMoment] {
        guard var snapshot else {
            let ready = flush()
            return ready + [RecordedMoment(at: moment, link: link, snapshot: nil, alerts: alerts)]
        }
        // The first unit of a refresh tells the latency, and no other does.
        var ready: [RecordedMoment] = []
        if snapshot.metrics[.latency] != nil {
            ready = flush()
        } else if let earlier = waiting?.snapshot {
            snapshot.metrics.merge(earlier.metrics) { new, _ in new }
        }
        waiting = RecordedMoment(at: moment, link: link, snapshot: snapshot, alerts: alerts)
        return ready
    }

    /// What waits for the rest of its refresh.
    public mutating func flush() -> [RecordedMoment] {
        defer { waiting = nil }
        return waiting.map { [$0] } ?? []
    }
}
