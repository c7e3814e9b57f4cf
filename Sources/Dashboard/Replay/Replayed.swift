internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

/// A recording that is shown in place of a server: where in it one is, and whether it goes on by itself.
struct Replayed: Sendable {
    let path: String
    var index: RecordIndex
    /// Whether somebody records to the file at present.
    var isBeingWritten: Bool
    /// The moment that the slider stands on.
    var place: Int
    /// The moment on the screen: another one while the file is read; nil before the first.
    var shown: Int?
    /// Why what is shown is not what was recorded at its moment.
    var defect: String?
    /// How it stood with the link, where nothing was answered.
    var linkWords: String? = "reading the recording"
    var playing: Playing?
    var speed = Playing.firstSpeed
    var prompt: TimePrompt?

    var isReading: Bool { shown != place }
    var last: Int { index.count - 1 }
    var time: WallClock { index.time(of: place) }

    /// How long the server had been away, in words, and why.
    func absenceWords(_ reason: String, at place: Int) -> String {
        guard let absence = index.absences.first(where: { $0.contains(place) }) else { return reason }
        return "away for \(timeSpan(seconds: index.time(of: place) - index.time(of: absence.lowerBound))): \(reason)"
    }

    /// What of the file is not to be seen, in a line; nil where all of it is.
    var shortcoming: String? {
        var parts: [String] = []
        if index.damagedLines > 0 { parts.append("\(index.damagedLines) damaged line\(index.damagedLines == 1 ? "" : "s") left out") }
        if index.laterLines > 0 { parts.append("\(index.laterLines) of a later pgdeck's left out") }
        if index.isCutShort, !isBeingWritten { parts.append("the last line is half written") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

/// A recording that goes on by itself.
struct Playing: Sendable {
    /// How many times as fast as it happened.
    static let speeds = [1, 2, 5, 10, 30, 60, 300, 600]
    static let firstSpeed = 10
    /// A frame takes so long at least.
    static let shortestFrame: Duration = .milliseconds(100)
    /// How long a time that nobody recorded is waited for.
    static let gap: Duration = .seconds(1)
    /// How often the file is looked at while it is still written.
    static let patience: Duration = .seconds(1)

    /// A moment of the recording, and when it was on the screen.
    var recorded: WallClock
    var since: Instant
    /// When the present moment came to the screen, or the file was looked at.
    var lastFrame: Instant

    init(from recorded: WallClock, at now: Instant) {
        self.recorded = recorded
        since = now
        lastFrame = now
    }

    /// Where in the recording one is by now.
    func position(at now: Instant, speed: Int) -> WallClock { recorded + (now - since).inSeconds * Double(speed) }

    /// When a moment of the recording is due.
    func due(_ moment: WallClock, speed: Int) -> Instant { since + .seconds(max(0, moment - recorded) / Double(speed)) }
}

/// A line in which a time is typed.
struct TimePrompt: Sendable {
    var field = TextField()
    var complaint: String?
}
