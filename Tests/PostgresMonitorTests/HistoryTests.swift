import PostgresClient
import PostgresMonitor
import Testing

@Suite("The history")
struct HistoryTests {
    private var history = History(finest: 2)

    private mutating func record(_ value: Double?, at moment: Double, every interval: Double = 2) {
        var snapshot = Snapshot(takenAt: moment, roundTrip: .zero, server: EngineScene.server, interval: .seconds(interval))
        snapshot.metrics[.transactions] = value
        history.record(snapshot)
    }

    @Test("is all gaps before the first value, as wide as was asked")
    func empty() {
        #expect(history.points(.transactions, span: .hour, columns: 3) == [nil, nil, nil])
        #expect(history.points(.transactions, span: .hour, columns: 0) == [])
        #expect(history.latest(.transactions, count: 8, every: 2) == [])
    }

    @Test("ends with the last value, and a column is the mean of its part of the span")
    mutating func means() {
        for second in stride(from: 0.0, through: 3600, by: 2) { record(second, at: 1_000_000 + second) }
        let points = history.points(.transactions, span: .hour, columns: 4)
        // Of (0, 900], (900, 1800] ...
        #expect(points == [451, 1351, 2251, 3151])
        #expect(history.latest(.transactions, count: 3, every: 2) == [3596, 3598, 3600])
        #expect(history.points(.commits, span: .hour, columns: 2) == [nil, nil])
    }

    @Test("a time when the link was away is a gap; one refresh that came late is none")
    mutating func gaps() {
        record(1, at: 1000)
        record(2, at: 1004)
        record(3, at: 1020)
        #expect(history.latest(.transactions, count: 11, every: 2) == [1, 2, 2, nil, nil, nil, nil, nil, nil, nil, 3])
        #expect(history.points(.transactions, span: .hour, columns: 1800, until: 1030).suffix(6) == [3, nil, nil, nil, nil, nil])
    }

    @Test("a refresh that is slower than the finest leaves no gaps between")
    mutating func slower() {
        for moment in stride(from: 1000.0, through: 1100, by: 10) { record(5, at: moment, every: 10) }
        #expect(history.latest(.transactions, count: 50, every: 2) == Array(repeating: 5, count: 50))
    }

    @Test("a day is kept by the minute and a week by ten minutes, and what is older has gone")
    mutating func spans() {
        record(9, at: 0)
        for minute in 1...(8 * 1440) { record(Double(minute), at: Double(minute) * 60, every: 60) }
        let week = history.points(.transactions, span: .week, columns: 7)
        #expect(week.allSatisfy { $0 != nil })
        #expect(abs(week[6]! - (7.5 * 1440)) < 10)
        let day = history.points(.transactions, span: .day, columns: 1440)
        #expect(day.first == 7 * 1440 + 1)
        #expect(day.last == 8 * 1440)
        #expect(history.points(.transactions, span: .week, columns: 1, until: 80_000) == [nil])
    }

    @Test("values of one stretch are averaged, and a clock that was set back changes nothing")
    mutating func oneStretch() {
        record(1, at: 1000)
        record(2, at: 1000.5)
        record(6, at: 1001)
        #expect(history.latest(.transactions, count: 1, every: 2) == [3])
        record(100, at: 900)
        #expect(history.latest(.transactions, count: 1, every: 2) == [3])
    }

    @Test("extremes are those of the values, not of the means in which they are kept", arguments: History.Span.allCases)
    mutating func extremes(span: History.Span) {
        for second in 0..<300 { record(second == 150 ? 900 : second == 151 ? -5 : 10, at: 600_000 + Double(second) * 0.25, every: 0.25) }
        #expect(history.extremes(.transactions, span: span, length: span.length, until: 600_075) == -5...900)
        #expect(history.points(.transactions, span: span, columns: 1, until: 600_075)[0]! < 900)
        #expect(history.extremes(.commits, span: span, length: span.length, until: 600_075) == nil)
        #expect(history.extremes(.transactions, span: .hour, length: 20, until: 600_075) == 10...10)
    }

    @Test("what is no number is not kept")
    mutating func notFinite() {
        record(.nan, at: 1000)
        record(.infinity, at: 1002)
        #expect(history.latest(.transactions, count: 2, every: 2) == [])
    }
}
