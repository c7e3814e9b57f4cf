/// All that the screen shows of one moment of a recording.
public struct ReplayedMoment: Sendable {
    /// Counted from the beginning of the recording.
    public var place: Int
    /// nil where its line cannot be read; an earlier one where its line is damaged within.
    public var moment: RecordedMoment?
    /// What led to it.
    public var history: History
    /// A snapshot from the beginning of that span, from which sizes are said to have grown.
    public var beginning: Snapshot?
    /// The alerts that were over by then, the last to end first.
    public var alertsOver: [Alert]

    public init(place: Int, moment: RecordedMoment?, history: History, beginning: Snapshot? = nil, alertsOver: [Alert] = []) {
        self.place = place
        self.moment = moment
        self.history = history
        self.beginning = beginning
        self.alertsOver = alertsOver
    }
}
