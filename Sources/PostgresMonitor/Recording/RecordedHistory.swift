/// Makes the history that led to a moment of a recording: of what was recorded in the span before it, and no more of the file is read.
public final class RecordedHistory {
    private let reader: RecordReader
    private var history = History()
    private var span = History.Span.hour
    /// The first moment and the last one of what has been taken in; nil before there was one.
    private var taken: ClosedRange<Int>?

    /// Seconds from one line to the next that is read: of the last hour every one, of the day before it one a minute, of the week one in
    /// ten minutes.
    private static let steps: [(span: History.Span, within: Double, step: Double)] = [
        (.week, 604_800, 600), (.day, 86_400, 60), (.hour, 3_600, 0),
    ]
    /// How far to go on from what was made last; farther, it is made anew.
    private static let longestWay = 4_000

    public init(_ reader: RecordReader) { self.reader = reader }

    public func history(before index: Int, span: History.Span) -> History {
        let interval = reader.metrics(index)?.interval ?? history.finest
        if let taken, taken.contains(index) || (index > taken.upperBound && index - taken.upperBound < Self.longestWay),
            span == self.span, max(1, interval) == history.finest, index >= taken.upperBound
        {
            for next in stride(from: taken.upperBound + 1, through: index, by: 1) { take(next) }
            self.taken = taken.lowerBound...index
            return history
        }
        history = History(finest: interval)
        self.span = span
        let places = places(before: index, span)
        for place in places { take(place) }
        taken = (places.first ?? index)...index
        return history
    }

    private func take(_ index: Int) {
        guard let found = reader.metrics(index) else { return }
        history.record(found.metrics, at: found.takenAt, interval: found.interval)
    }

    /// The moments to read, in their order.
    private func places(before index: Int, _ span: History.Span) -> [Int] {
        let end = reader.index.time(of: index)
        var places: [Int] = []
        for (number, stage) in Self.steps.enumerated() where stage.span.length <= span.length {
            let until = number + 1 < Self.steps.count ? end - Self.steps[number + 1].within : end
            var place = max(reader.index.index(at: end - stage.within), places.last.map { $0 + 1 } ?? 0)
            while place <= index, reader.index.time(of: place) <= until {
                if reader.index.time(of: place) >= end - stage.within { places.append(place) }
                let next = stage.step == 0 ? place + 1 : reader.index.index(at: reader.index.time(of: place) + stage.step)
                place = max(place + 1, next)
            }
        }
        return places
    }
}
