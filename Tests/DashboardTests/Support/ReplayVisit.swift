import Foundation
import PostgresMonitor
import Settings
import Terminal

@testable import Dashboard

/// A person at a replay of a recording that was written to a file: presses keys, lets time go by, and reads the screen.
struct ReplayVisit {
    private(set) var replay: Replay
    private(set) var now = Visit.beginning
    private(set) var effects: [ReplayEffect] = []
    /// What of the file is read on demand.
    private var moments: MomentReader
    /// Whether what is asked for is answered.
    var isAnswered = true
    let file: RecordedFile

    /// - Parameter change: damages the file before it is opened.
    init(
        _ recorded: [RecordedMoment] = RecordedFixture.moments, width: Int = 80, height: Int = 24, glyphs: Glyphs = .unicode,
        change: (RecordedFile) throws -> Void = { _ in }
    ) throws {
        _ = Visit.locale
        file = try RecordedFile(recorded)
        try change(file)
        moments = MomentReader(try RecordReader(file.path))
        var settings = try Settings.screen(CommandLineSettings(), environment: [:], home: nil)
        settings.interface = InterfaceSettings(theme: Golden.theme)
        replay = Replay(
            "day.jsonl", moments.reader.index, isBeingWritten: false, size: Size(width: width, height: height), settings: settings,
            glyphs: glyphs, now: now)
        perform(replay.start())
    }

    private mutating func perform(_ new: [ReplayEffect]) {
        effects += new
        guard isAnswered else { return }
        for effect in new {
            switch effect {
            case .read(let place, let span): receive(.read(moments.read(place, span)))
            case .readOn:
                _ = moments.reader.readOn()
                receive(.readOn(moments.reader.index, isBeingWritten: file.isBeingWritten))
            case .copy, .repaint, .quit: break
            }
        }
    }

    mutating func receive(_ event: ReplayEvent) { perform(replay.take(event, at: now)) }

    mutating func press(_ script: String) {
        for word in script.split(separator: " ") { receive(.terminal(.key(KeyChord(named: String(word))))) }
    }

    mutating func type(_ text: String) {
        for character in text { receive(.terminal(.key(.character(character)))) }
    }

    mutating func wait(_ duration: Duration) {
        let end = now + duration
        while let wake = replay.nextWake, wake <= end {
            now = max(now, wake)
            receive(.tick)
        }
        now = end
    }

    var surface: Surface { view(replay) }
    var screen: [String] { surface.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) } }
    /// The line of the slider that tells the present moment.
    var present: String { screen[screen.count - 4] }
    var bar: String { screen[screen.count - 3] }
    var statusBar: String { screen[screen.count - 2] }
    var hintLine: String { screen[screen.count - 1] }
    func line(_ text: String) -> String? { screen.first { $0.contains(text) } }

    var copied: [String] { effects.compactMap { if case .copy(let text) = $0 { text } else { nil } } }
    var quit: Int32? { effects.compactMap { if case .quit(let status) = $0 { status } else { nil } }.first }
}

/// A recording in a folder that goes away with it.
final class RecordedFile {
    private let folder: String
    var path: String { folder + "/day.jsonl" }
    private var writer: RecordWriter?
    var isBeingWritten: Bool { writer != nil }

    init(_ moments: [RecordedMoment]) throws {
        folder = NSTemporaryDirectory() + "pgdeck-replay-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let writer = try RecordWriter(path)
        for moment in moments { try writer.append(moment) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Goes on recording.
    func append(_ moments: [RecordedMoment]) throws {
        if writer == nil { writer = try RecordWriter(path) }
        for moment in moments { try writer!.append(moment) }
    }

    /// Does something to the lines, the first of them being number 0.
    func changeLines(_ change: (inout [String]) -> Void) throws {
        var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        change(&lines)
        try lines.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
    }
}

/// Ten minutes of the fixture's server, which was away for one of them.
enum RecordedFixture {
    static let end = MonitorFixture.takenAt

    /// Restarting: 4 to 5 minutes before the end.
    static let moments: [RecordedMoment] = {
        let snapshots = MonitorFixture.recorded()
        let lost = snapshots.last { $0.takenAt < end - 290 }!.takenAt
        let back = snapshots.first { $0.takenAt > end - 250 }!.takenAt
        let alert = Alert(
            rule: .serverAway, severity: .critical, since: lost + 1, value: 20, worst: 20, threshold: 10,
            words: "no answer for 20s: connection refused")
        var moments = snapshots.map { RecordedMoment(at: $0.takenAt, link: .answering, snapshot: $0) }
        let away = stride(from: lost + 1, to: back, by: 8).enumerated().map { number, at in
            RecordedMoment(at: at, link: number % 2 == 0 ? .away("connection refused") : .connecting, alerts: number > 1 ? [alert] : [])
        }
        moments.insert(contentsOf: away, at: moments.firstIndex { $0.at == back }!)
        return moments
    }()

    static var firstAway: Int { moments.firstIndex { $0.link != .answering }! }
    static var lastAway: Int { moments.lastIndex { $0.link != .answering }! }
}
