public import Terminal

/// What a key can do to a recording, beyond what it does in the monitor.
public enum ReplayAction: Sendable, Hashable, CaseIterable {
    case momentBack, momentOn, minuteBack, minuteOn, tenMinutesBack, tenMinutesOn, eventBack, eventOn, beginning, end
    case goTo, play, faster, slower, readOn
}

/// One row of the table: the single source of keys, titles, help and hints of a replay.
public struct ReplayEntry: Sendable {
    public let action: ReplayAction
    public let chords: [KeyChord]
    /// One or two words, for the hint line.
    public let title: String
    /// One sentence without a full stop, for the help overlay and the README.
    public let help: String
}

/// The keys of a replay, each once. They come before those of ``ActionTable``.
public enum ReplayTable {
    public static let entries: [ReplayEntry] = [
        ReplayEntry(action: .momentBack, chords: [KeyChord(.left)], title: "moment", help: "go back to the moment before"),
        ReplayEntry(action: .momentOn, chords: [KeyChord(.right)], title: "moment", help: "go on to the next moment"),
        ReplayEntry(action: .minuteBack, chords: [.character(",")], title: "minute", help: "go back by a minute"),
        ReplayEntry(action: .minuteOn, chords: [.character(".")], title: "minute", help: "go on by a minute"),
        ReplayEntry(action: .tenMinutesBack, chords: [.character("(")], title: "10 min", help: "go back by ten minutes"),
        ReplayEntry(action: .tenMinutesOn, chords: [.character(")")], title: "10 min", help: "go on by ten minutes"),
        ReplayEntry(
            action: .eventBack, chords: [.character("{")], title: "event",
            help: "go back to where an alert began or the server went away"),
        ReplayEntry(
            action: .eventOn, chords: [.character("}")], title: "event",
            help: "go on to where an alert began or the server went away"),
        ReplayEntry(action: .beginning, chords: [KeyChord(.home)], title: "beginning", help: "go to the beginning of the recording"),
        ReplayEntry(action: .end, chords: [KeyChord(.end)], title: "end", help: "go to the end of the recording"),
        ReplayEntry(
            action: .goTo, chords: [.character(":")], title: "time",
            help: "go to a time that is typed, in UTC: 14:05, +5min"),
        ReplayEntry(action: .play, chords: [.character(" "), .character("p")], title: "play", help: "let it go on by itself, or stop it"),
        ReplayEntry(action: .faster, chords: [.character("+")], title: "faster", help: "play it faster"),
        ReplayEntry(action: .slower, chords: [.character("-")], title: "slower", help: "play it slower"),
        ReplayEntry(action: .readOn, chords: [.character("r")], title: "read on", help: "read what was recorded since"),
    ]

    private static let byChord: [KeyChord: ReplayAction] = Dictionary(
        entries.flatMap { entry in entry.chords.map { ($0, entry.action) } }, uniquingKeysWith: { first, _ in first })

    public static func action(for chord: KeyChord) -> ReplayAction? { byChord[chord] }

    /// The first chord of an action as the screen writes it.
    static func label(of action: ReplayAction) -> String { entries.first { $0.action == action }!.chords[0].description }
}
