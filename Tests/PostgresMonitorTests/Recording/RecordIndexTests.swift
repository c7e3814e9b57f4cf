import Foundation
import PostgresClient
import PostgresMonitor
import Testing

@Suite("What a recording's heads tell") struct RecordIndexTests {
    private let folder: RecordFolder

    init() throws { folder = try RecordFolder() }

    private func index(_ moments: [RecordedMoment]) throws -> RecordIndex {
        let writer = try RecordWriter(folder.file)
        for moment in moments { try writer.append(moment) }
        return try RecordReader(folder.file).index
    }

    private func alert(_ rule: AlertRule = .lockWait, since: WallClock, _ words: String = "waits") -> Alert {
        Alert(rule: rule, subject: #"],"link":"answering" "since":5"#, since: since, value: 1, worst: 1, threshold: 1, words: words)
    }

    @Test("when the server was away: attempts that are under way are part of it") func absences() throws {
        let links: [LinkCondition] = [
            .connecting, .answering, .away("reset"), .connecting, .away("refused"), .connecting, .answering, .connecting, .answering,
            .away("silent"),
        ]
        let index = try index(links.enumerated().map { RecordedMoment(at: Double($0), link: $1) })
        #expect(index.absences == [2..<6, 9..<10])
        #expect(index.events == [2, 9])
    }

    @Test("when alerts began and ended, whatever their words hold") func alerts() throws {
        let (first, second) = (alert(since: 1.25), alert(.latency, since: 2.5, "]\",\"link\":\"away\""))
        let standing = [[], [first], [first, second], [second], [], [alert(since: 5)]]
        let index = try index(standing.enumerated().map { RecordedMoment(at: Double($0), link: .answering, alerts: $1) })
        #expect(index.alerts.map(\.since) == [1.25, 2.5, 5])
        #expect(index.alerts.map { $0.first...$0.last } == [1...2, 2...3, 5...5])
        #expect(index.absences.isEmpty)
        let reader = try RecordReader(folder.file)
        var over = [second, first]
        over[0].until = 4
        over[1].until = 3
        #expect(reader.alertsOver(at: 5) == over)
        #expect(reader.alertsOver(at: 2) == [])
    }

    @Test("times that nobody recorded, other than the server's absence") func gaps() throws {
        var times = (0..<40).map { Double($0) * 2 }
        times += (0..<40).map { 500 + Double($0) * 2 }
        var moments = times.map { RecordedMoment(at: $0, link: .answering) }
        moments += [600.0, 632, 664].map { RecordedMoment(at: $0, link: .away("refused")) }
        let index = try index(moments)
        #expect(index.gaps == [40, 80])
        #expect(index.gap(before: 40) == 422 && index.gap(before: 39) == nil && index.gap(before: 0) == nil)
    }

    @Test("a format of a later version is named as such") func later() throws {
        let line = #"{"schema":"pgdeck/record/2","at":1,"whole":true,"moments":[]}"# + "\n"
        try line.write(toFile: folder.file, atomically: true, encoding: .utf8)
        #expect(throws: RecordingError.laterFormat(path: folder.file)) { try RecordReader(folder.file) }
        try FileManager.default.removeItem(atPath: folder.file)
        _ = try index([RecordedMoment(at: 1, link: .connecting)])
        let handle = try #require(FileHandle(forWritingAtPath: folder.file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(line.utf8))
        let reader = try RecordReader(folder.file)
        #expect(reader.index.laterLines == 1 && reader.index.damagedLines == 0 && reader.index.count == 1)
    }

    @Test("what is written later is read on, also when a new file has taken its place") func readOn() throws {
        let limit = RecordWriter.smallestLimit
        let writer = try RecordWriter(folder.file, limit: limit)
        func moment(_ number: Int) -> RecordedMoment {
            RecordedMoment(at: Double(number), link: .away(String(repeating: "x", count: 2_000)))
        }
        for number in 0..<10 { try writer.append(moment(number)) }
        let reader = try RecordReader(folder.file)
        #expect(reader.index.count == 10 && reader.isBeingWritten)
        #expect(!reader.readOn())
        for number in 10..<400 { try writer.append(moment(number)) }
        #expect(FileManager.default.fileExists(atPath: folder.file + ".1"))
        #expect(reader.readOn())
        #expect(reader.index.count == 400)
        for number in [0, 9, 10, 399] { #expect(reader.moment(number)?.at == Double(number)) }
        #expect(reader.index.absences == [0..<400])
    }

    @Test("the server is told once in a file, and again when it is another one") func server() throws {
        func snapshot(_ at: Double, host: String) -> Snapshot {
            var server = EngineScene.server
            server.host = host
            return Snapshot(takenAt: at, roundTrip: .zero, server: server)
        }
        let hosts = ["one", "one", "two", "two"]
        let moments = hosts.enumerated().map { number, host in
            RecordedMoment(at: Double(number), link: .answering, snapshot: snapshot(Double(number), host: host))
        }
        _ = try index(moments)
        let lines = try String(contentsOfFile: folder.file, encoding: .utf8).split(separator: "\n")
        #expect(lines.map { $0.contains("\"server\":") } == [true, false, true, false])
        let reader = try RecordReader(folder.file)
        for place in moments.indices { #expect(reader.moment(place) == moments[place]) }
    }
}

@Suite("The history of a recording") struct RecordedHistoryTests {
    private let folder: RecordFolder
    private let reader: RecordReader
    private static let end = 1_000_000.0

    init() throws {
        folder = try RecordFolder()
        let writer = try RecordWriter(folder.file, limit: 1 << 30)
        // Nine days, ever finer towards the end.
        let days: Double = 86_400
        var times: [Double] = Array(stride(from: 0, to: 8 * days, by: 600))
        times += stride(from: 8 * days, to: 9 * days - 7_200, by: 20)
        times += stride(from: 9 * days - 7_200, to: 9 * days, by: 5)
        for (number, time) in times.enumerated() {
            var snapshot = Snapshot(takenAt: Self.end + time, roundTrip: .zero, server: EngineScene.server, interval: .seconds(5))
            snapshot.metrics = [.sessions: Double(number % 50)]
            try writer.append(RecordedMoment(at: snapshot.takenAt, link: .answering, snapshot: snapshot))
        }
        reader = try RecordReader(folder.file)
    }

    /// As a dashboard would have it that had been there.
    private func watched(through place: Int) -> History {
        var history = History(finest: 5)
        for index in 0...place { reader.metrics(index).map { history.record($0.metrics, at: $0.takenAt, interval: $0.interval) } }
        return history
    }

    private func points(_ history: History, _ span: History.Span) -> [Double?] { history.points(.sessions, span: span, columns: 30) }

    @Test("the last hour is as it was live, wherever one comes from") func hour() {
        let recorded = RecordedHistory(reader)
        let last = reader.index.count - 1
        for place in [last, last - 1, last - 700, last - 690, last, 40] {
            #expect(points(recorded.history(before: place, span: .hour), .hour) == points(watched(through: place), .hour), "\(place)")
        }
    }

    @Test("a day and a week are made from some of their lines, and reach as far", arguments: [History.Span.day, .week])
    func long(span: History.Span) {
        let recorded = RecordedHistory(reader)
        let history = recorded.history(before: reader.index.count - 1, span: span)
        #expect(points(history, span).allSatisfy { $0 != nil })
        #expect(points(history, .hour) == points(watched(through: reader.index.count - 1), .hour))
    }
}
