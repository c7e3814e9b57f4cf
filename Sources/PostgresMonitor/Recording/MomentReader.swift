/// Reads of a recording all that a screen shows of a moment.
public struct MomentReader {
    public let reader: RecordReader
    private let history: RecordedHistory
    /// The snapshot that sizes are said to have grown since, and where it lies.
    private var beginning: (place: Int, snapshot: Snapshot?)?

    public init(_ reader: RecordReader) {
        self.reader = reader
        history = RecordedHistory(reader)
    }

    public mutating func read(_ place: Int, _ span: History.Span) -> ReplayedMoment {
        let index = reader.index
        let first = index.index(at: index.time(of: place) - span.length)
        if let whole = reader.whole(from: first, through: place) {
            if beginning?.place != whole { beginning = (whole, reader.snapshot(ofWhole: whole)) }
        } else {
            beginning = nil
        }
        return ReplayedMoment(
            place: place, moment: reader.moment(place), history: history.history(before: place, span: span), beginning: beginning?.snapshot,
            alertsOver: reader.alertsOver(at: place))
    }
}
