/// Where each moment of a recording lies, in twenty-four bytes, and what the heads of its lines tell: a value that a screen can move in
/// without reading the file.
public struct RecordIndex: Sendable {
    /// A line that can be read.
    struct Place: Sendable {
        var at: WallClock
        var offset: Int
        var length: Int32
        var file: Int16
        var isWhole: Bool
    }

    private(set) var places: [Place] = []
    private var stretches = RecordedStretches()
    /// Seconds from one moment to the next beyond which nobody recorded in between.
    public private(set) var longestStep = 10.0
    /// The moments before which there is such a gap, in their order.
    public private(set) var gaps: [Int] = []
    /// How many lines were no moments: another program's, or damaged.
    public internal(set) var damagedLines = 0
    /// How many lines a later version of pgdeck wrote in a format of its own.
    public internal(set) var laterLines = 0
    /// Whether the last line is half of one: the process that wrote it has ended, or is writing it right now.
    public internal(set) var isCutShort = false

    init() {}

    public var count: Int { places.count }
    public var isEmpty: Bool { places.isEmpty }
    public func time(of index: Int) -> WallClock { places[index].at }
    /// The first moment and the last one.
    public var span: ClosedRange<WallClock> { places[0].at...max(places[0].at, places[places.count - 1].at) }

    /// The ranges of moments in which the server was away.
    public var absences: [Range<Int>] { stretches.absences }
    /// In the order of their beginning.
    public var alerts: [RecordedAlert] { stretches.alerts }

    /// The last moment that is no later than this; the first where all are later.
    public func index(at moment: WallClock) -> Int {
        // By bisection: a clock that was set back in between may lead to another moment of that time.
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].at <= moment { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// Seconds without a record before a moment; nil where it follows in due time.
    public func gap(before index: Int) -> Double? { gaps.contains(index) ? places[index].at - places[index - 1].at : nil }

    /// Where something happened: the server went away or an alert began. In their order.
    public var events: [Int] { Set(absences.map(\.lowerBound) + alerts.map(\.first)).sorted() }

    /// To be called after moments were added.
    mutating func settle() {
        // The median of some: a recording of a day has too many, and one long pause says nothing of the others.
        let samples = stride(from: 1, to: count, by: max(1, count / 500)).map { places[$0].at - places[$0 - 1].at }.sorted()
        longestStep = max(10, 5 * (samples.isEmpty ? 0 : samples[samples.count / 2]))
        let long = places.indices.dropFirst().filter { places[$0].at - places[$0 - 1].at > longestStep }
        // While the server is away there is a line for each attempt, and these become rare.
        gaps = long.filter { index in !absences.contains { $0.contains(index - 1) } }
    }

    mutating func add(_ place: Place, link: RecordLine.Body.Link?, alertsSince: [WallClock]) {
        stretches.take(places.count, link: link, alertsSince: alertsSince)
        places.append(place)
    }
}
