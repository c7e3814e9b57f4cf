/// How things stood at one moment of a recording.
public struct RecordedMoment: Sendable, Hashable {
    /// When it was written.
    public var at: WallClock
    public var link: LinkCondition
    /// The last snapshot that there was; nil before the first.
    public var snapshot: Snapshot?
    /// Those that stood.
    public var alerts: [Alert]

    public init(at: WallClock, link: LinkCondition, snapshot: Snapshot? = nil, alerts: [Alert] = []) {
        self.at = at
        self.link = link
        self.snapshot = snapshot
        self.alerts = alerts
    }
}
