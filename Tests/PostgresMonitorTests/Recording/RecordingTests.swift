import Foundation
import PostgresClient
import PostgresMonitor
import Testing

@Suite("Recordings") struct RecordingTests {
    private func moments(_ count: Int, from first: Int = 0, queryLength: Int = 0) -> [RecordedMoment] {
        (first..<first + count).map { number in
            let at = 1_000_000 + Double(number) * 2
            var snapshot = Snapshot(
                sequence: number + 1, takenAt: at, roundTrip: .microseconds(15_625 * number), server: EngineScene.server,
                rates: Rates([.commits: Double(number)]))
            snapshot.metrics = [.latency: Double(number) / 1000]
            snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: number), asOf: at)
            // Asked now and then: most lines need not tell it.
            let asked = 1_000_000 + Double(number / 10 * 20)
            snapshot[PreparedTransactionsProbe.self] = .failed(
                PostgresError(.server, "at \(asked) " + String(repeating: "x", count: queryLength)), last: nil)
            let alert = Alert(
                rule: .slotRetention, subject: "slot \u{1b}[31m\"\n", since: at, value: 12e9, worst: 12e9, threshold: 1e9,
                words: "keeps 12GB")
            return RecordedMoment(at: at, link: .answering, snapshot: snapshot, alerts: number % 3 == 0 ? [alert] : [])
        }
    }

    private func write(_ moments: [RecordedMoment], to path: String, limit: Int = RecordWriter.standardLimit) throws {
        let writer = try RecordWriter(path, limit: limit)
        for moment in moments { try writer.append(moment) }
    }

    @Test("what was written is read, in any order") func roundTrip() throws {
        let folder = try RecordFolder()
        let written = moments(100)
        try write(written, to: folder.file)
        let reader = try RecordReader(folder.file)
        #expect(reader.index.count == 100 && reader.index.damagedLines == 0 && !reader.index.isCutShort)
        for index in Array(0..<100) + [7, 99, 0, 64, 63, 31, 32, 33] { #expect(reader.moment(index) == written[index], "\(index)") }
        #expect(reader.index.time(of: 40) == written[40].at)
        #expect(reader.index.index(at: written[40].at + 1) == 40)
        #expect(reader.index.index(at: 0) == 0 && reader.index.index(at: .infinity) == 99)
    }

    @Test("each line is JSON of schema pgdeck/record/1, and only every so many lines tell what has not changed") func lines() throws {
        let folder = try RecordFolder()
        try write(moments(100, queryLength: 5000), to: folder.file)
        let lines = try String(contentsOfFile: folder.file, encoding: .utf8).split(separator: "\n")
        for line in lines {
            let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object["schema"] as? String == "pgdeck/record/1")
            #expect(object["link"] as? String == "answering")
        }
        // Ten changes and four whole lines.
        #expect(lines.filter { $0.utf8.count > 5000 }.count < 15)
    }

    @Test("a change of the link stands between two snapshots, and what was known stays known") func link() throws {
        let folder = try RecordFolder()
        var written = moments(40)
        written.insert(RecordedMoment(at: 1_000_061, link: .away("connection refused")), at: 31)
        written.insert(RecordedMoment(at: 1_000_000, link: .connecting), at: 0)
        try write(written, to: folder.file)
        let reader = try RecordReader(folder.file)
        #expect(reader.moment(0) == written[0])
        let away = try #require(reader.moment(32))
        #expect(away.link == .away("connection refused") && away.snapshot == written[31].snapshot)
        #expect(reader.moment(40) == written[40])
    }

    @Test("what is known no longer, as of another server, is not told of it") func forgotten() throws {
        let folder = try RecordFolder()
        var written = moments(8)
        for index in 4..<8 {
            var other = Snapshot(
                takenAt: written[index].at, roundTrip: .milliseconds(1), server: EngineScene.server, rates: Rates())
            other[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: 1), asOf: written[index].at)
            written[index].snapshot = other
        }
        try write(written, to: folder.file)
        let reader = try RecordReader(folder.file)
        for index in 0..<8 { #expect(reader.moment(index) == written[index], "\(index)") }
    }

    @Test("an empty file that others could read is its owner's alone before anything is written") func emptyFile() throws {
        let folder = try RecordFolder()
        #expect(FileManager.default.createFile(atPath: folder.file, contents: nil, attributes: [.posixPermissions: 0o644]))
        _ = try RecordWriter(folder.file)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("only its owner can read it") func mode() throws {
        let folder = try RecordFolder()
        try write(moments(1), to: folder.file)
        chmod(folder.file, 0o644)
        try write(moments(1, from: 1), to: folder.file)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("both files together stay within the limit, and hold the newest moments without a gap") func bound() throws {
        let folder = try RecordFolder()
        let limit = 200_000
        let written = moments(400, queryLength: 3000)
        try write(written, to: folder.file, limit: limit)
        let sizes = try [folder.file, folder.file + ".1"].map { try Data(contentsOf: URL(filePath: $0)).count }
        #expect(sizes.reduce(0, +) <= limit)
        let reader = try RecordReader(folder.file)
        #expect(reader.index.count < 400)
        let first = 400 - reader.index.count
        for index in 0..<reader.index.count { #expect(reader.moment(index) == written[first + index]) }
    }

    @Test("a change of the link that begins a file has the last snapshot with it") func turnOnLink() throws {
        let folder = try RecordFolder()
        let written = moments(1, queryLength: 2000)
        try write(written + [RecordedMoment(at: 1_000_001, link: .connecting)], to: folder.file, limit: 2000)
        try FileManager.default.removeItem(atPath: folder.file + ".1")
        let reader = try RecordReader(folder.file)
        #expect(reader.moment(0)?.snapshot == written[0].snapshot && reader.moment(0)?.link == .connecting)
    }

    @Test("a half-written last line is left out and said, and what is appended later is whole", arguments: [1, 30, 200, nil])
    func cutShort(_ kept: Int?) throws {
        let folder = try RecordFolder()
        let written = moments(3)
        try write(Array(written.dropLast()), to: folder.file)
        let size = try Data(contentsOf: URL(filePath: folder.file)).count
        try write([written[2]], to: folder.file)
        let whole = try Data(contentsOf: URL(filePath: folder.file))
        try whole.prefix(kept.map { size + $0 } ?? whole.count - 1).write(to: URL(filePath: folder.file))
        let reader = try RecordReader(folder.file)
        #expect(reader.index.isCutShort && reader.index.count == 2 && reader.index.damagedLines == 0)
        #expect(reader.moment(1) == written[1])
        let later = moments(2, from: 10)
        try write(later, to: folder.file)
        let again = try RecordReader(folder.file)
        #expect(!again.index.isCutShort)
        #expect(again.moment(again.index.count - 1) == later[1] && again.moment(again.index.count - 2) == later[0])
        // One that lacks its newline alone is whole again with it.
        if kept == nil { #expect(again.moment(2) == written[2]) }
    }

    @Test("damaged lines are counted, and the others read") func damaged() throws {
        let folder = try RecordFolder()
        let written = moments(40)
        try write(written, to: folder.file)
        var lines = try String(contentsOfFile: folder.file, encoding: .utf8).components(separatedBy: "\n")
        lines[5] = String(lines[5].dropFirst(20))
        lines[6] = String(lines[6].prefix(200))
        try lines.joined(separator: "\n").write(toFile: folder.file, atomically: true, encoding: .utf8)
        let reader = try RecordReader(folder.file)
        #expect(reader.index.count == 39 && reader.index.damagedLines == 1)
        #expect(reader.moment(5) == written[4], "a line damaged within changes nothing")
        #expect(reader.moment(38) == written[39])
    }

    @Test("what is no recording is refused, for reading and for writing, and is left as it was") func others() throws {
        let folder = try RecordFolder()
        try "theme = \"dark\"\nrefresh = 2\n".write(toFile: folder.file, atomically: true, encoding: .utf8)
        #expect(throws: RecordingError.noRecording(path: folder.file)) { try RecordReader(folder.file) }
        #expect(throws: RecordingError.noRecording(path: folder.file)) { try RecordWriter(folder.file) }
        #expect(try String(contentsOfFile: folder.file, encoding: .utf8) == "theme = \"dark\"\nrefresh = 2\n")
        #expect(throws: RecordingError.system(path: folder.path + "/none", doing: "read", reason: "No such file or directory")) {
            try RecordReader(folder.path + "/none")
        }
        #expect(throws: RecordingError.noRecording(path: folder.path)) { try RecordReader(folder.path) }
        try Data().write(to: URL(filePath: folder.path + "/empty"))
        #expect(throws: RecordingError.empty(path: folder.path + "/empty")) { try RecordReader(folder.path + "/empty") }
    }

    @Test("two do not write to one recording") func inUse() throws {
        let folder = try RecordFolder()
        let writer = try RecordWriter(folder.file)
        #expect(throws: RecordingError.inUse(path: folder.file)) { try RecordWriter(folder.file) }
        try writer.append(moments(1)[0])
    }

    @Test("the parts of a refresh are one moment, with the metrics of all of them") func pace() throws {
        var pace = RecordPace()
        let bar = moments(2)
        var rest = try #require(bar[0].snapshot)
        rest.metrics = [.databaseSize: 5]
        #expect(pace.take(bar[0].snapshot, link: .answering, alerts: [], at: 1) == [])
        #expect(pace.take(rest, link: .answering, alerts: [], at: 2) == [])
        let ready = pace.take(bar[1].snapshot, link: .answering, alerts: [], at: 3)
        #expect(ready.map(\.at) == [2])
        #expect(ready[0].snapshot?.metrics == [.latency: 0, .databaseSize: 5])
        let lost = pace.take(nil, link: .away("reset"), alerts: [], at: 4)
        #expect(lost.map(\.at) == [3, 4] && lost[1].snapshot == nil)
        #expect(pace.flush() == [])
    }
}

/// A folder that goes away with it.
final class RecordFolder {
    let path: String
    var file: String { path + "/day.jsonl" }

    init() throws {
        path = NSTemporaryDirectory() + "pgdeck-recording-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
