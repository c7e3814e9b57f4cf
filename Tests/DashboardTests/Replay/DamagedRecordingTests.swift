import Foundation
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("Recordings with any damage") struct DamagedRecordingTests {
    /// Whole moments, in which there is most to be damaged; one at which the server was away.
    private static let moments: [RecordedMoment] = [
        RecordedMoment(at: RecordedFixture.end - 4, link: .answering, snapshot: MonitorFixture.whole(at: RecordedFixture.end - 4)),
        RecordedMoment(at: RecordedFixture.end - 2, link: .away("connection refused"), alerts: []),
        RecordedMoment(at: RecordedFixture.end, link: .answering, snapshot: RecordedFixture.moments.last!.snapshot),
    ]

    @Test("are shown as far as they go, or refused, and never the end", arguments: 0..<40) func bytes(seed: Int) throws {
        let file = try RecordedFile(Self.moments)
        var bytes = try Array(Data(contentsOf: URL(filePath: file.path)))
        // Knuth's multiplicative generator: the same damage each time.
        var random = UInt64(seed + 1)
        func next(_ limit: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % limit
        }
        // Digits are the damage that JSON does not notice.
        for _ in 0..<(1 + seed % 8) {
            let place = next(bytes.count)
            bytes[place] = seed % 2 == 0 ? UInt8(ascii: "0") + UInt8(next(10)) : UInt8(next(256))
        }
        if seed % 5 == 0 { bytes.removeSubrange(next(bytes.count)...) }
        try Data(bytes).write(to: URL(filePath: file.path))
        guard (try? RecordReader(file.path)) != nil else { return }
        var visit = try ReplayVisit([], width: 120, height: 40) { empty in
            try FileManager.default.removeItem(atPath: empty.path)
            try FileManager.default.copyItem(atPath: file.path, toPath: empty.path)
        }
        for page in 0..<10 {
            visit.press("\(page) Home . right left End j enter esc t { } A esc i esc")
            #expect(visit.surface.size == Size(width: 120, height: 40))
        }
    }

    @Test("figures beyond all measure are written somehow", arguments: [1e300, -1e300, 9.3e18, Double.nan, .infinity, -.infinity])
    func extremes(number: Double) {
        for text in [
            compactCount(number), tenths(number), timeSpan(seconds: number), shortAge(number), bytesPerSecond(number), percent(number),
            asOf(number).plainText, dayAndClock(number),
        ] {
            #expect(!text.isEmpty)
        }
        var history = History()
        history.record([.latency: number, .sessions: 1], at: MonitorFixture.takenAt, interval: 2)
        #expect(history.points(.latency, span: .hour, columns: 1) != [Double.infinity])
    }

    @Test("a number is saturated") func saturating() {
        #expect(Int64(saturating: 1e300) == .max && Int64(saturating: -1e300) == .min && Int64(saturating: .nan) == 0)
        #expect(Int64(saturating: 2.9) == 2 && Int64(saturating: -2.9) == -2)
    }
}
