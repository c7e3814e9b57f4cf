import PostgresClient
import PostgresMonitor
import Testing

@Suite("What two samples tell together")
struct StatusHistoryTests {
    private var history = StatusHistory()
    private let start = ContinuousClock.now

    private mutating func record(_ sample: ServerSample, after seconds: Double) -> ServerStatus {
        history.record(sample, roundTrip: .milliseconds(3), at: start + .seconds(seconds))
    }

    @Test("the first sample has no rate, no hit ratio and no history")
    mutating func first() {
        let status = record(.reading(transactions: 1_000, hit: 5, read: 5), after: 0)
        #expect(status.transactionsPerSecond == nil)
        #expect(status.cacheHitRatio == nil)
        #expect(status.transactionHistory.isEmpty)
        #expect(status.roundTrip == .milliseconds(3))
    }

    @Test("rates are of the interval, not of the server's lifetime")
    mutating func interval() {
        _ = record(.reading(transactions: 1_000_000, hit: 900, read: 100), after: 0)
        let status = record(.reading(transactions: 1_000_300, hit: 975, read: 125), after: 2)
        #expect(status.transactionsPerSecond == 150)
        #expect(status.cacheHitRatio == 0.75)
        #expect(status.transactionHistory == [150])
    }

    @Test("an interval in which no block was touched has a rate and no hit ratio")
    mutating func untouched() {
        _ = record(.reading(transactions: 10), after: 0)
        let status = record(.reading(transactions: 10), after: 2)
        #expect(status.transactionsPerSecond == 0)
        #expect(status.cacheHitRatio == nil)
    }

    @Test("two samples at the same instant give no rate")
    mutating func sameInstant() {
        _ = record(.reading(transactions: 10), after: 1)
        let status = record(.reading(transactions: 20), after: 1)
        #expect(status.transactionsPerSecond == nil)
        #expect(status.transactionHistory.isEmpty)
    }

    @Test("a new series begins without rate and history", arguments: Break.allCases)
    mutating func newSeries(cause: Break) {
        _ = record(.reading(transactions: 100, hit: 100, read: 100), after: 0)
        #expect(record(.reading(transactions: 200, hit: 200, read: 200), after: 1).transactionHistory == [100])
        var broken = ServerSample.reading(transactions: 300, hit: 300, read: 300)
        cause.apply(to: &broken)

        let atBreak = record(broken, after: 2)
        #expect(atBreak.transactionsPerSecond == nil)
        #expect(atBreak.cacheHitRatio == nil)
        #expect(atBreak.transactionHistory.isEmpty)

        broken.transactions += 7
        #expect(record(broken, after: 3).transactionHistory == [7])
    }

    @Test("the history keeps the last 60 rates, oldest first")
    mutating func ring() {
        var status = record(.reading(transactions: 0), after: 0)
        var total: Int64 = 0
        for second in 1...75 {
            total += Int64(second)
            status = record(.reading(transactions: total), after: Double(second))
        }
        #expect(status.transactionHistory == (16...75).map(Double.init))
    }

    @Test("the uptime is told by the server's own clock")
    mutating func uptime() {
        let status = record(.reading(transactions: 0), after: 0)
        #expect(status.uptime == status.sample.serverTime - status.sample.startedAt)
        #expect(status.uptime == 90)
    }
}

/// What ends a series of samples.
enum Break: CaseIterable {
    case restart, promotion, reset, firstReset, transactionsDown, hitsDown, readsDown

    func apply(to sample: inout ServerSample) {
        switch self {
        case .restart: sample.startedAt += 60
        case .promotion: sample.isInRecovery.toggle()
        case .reset: sample.statisticsReset = 77
        case .firstReset: sample.statisticsReset = nil
        case .transactionsDown: sample.transactions = 199
        case .hitsDown: sample.blocksHit = 199
        case .readsDown: sample.blocksRead = 199
        }
    }
}

extension ServerSample {
    fileprivate static func reading(transactions: Int64, hit: Int64 = 0, read: Int64 = 0) -> ServerSample {
        ServerSample(
            version: "PostgreSQL 15.18", serverVersion: ServerVersion(number: 150_018), startedAt: 10, serverTime: 100,
            isInRecovery: false, sessions: 1, maximumSessions: 100, transactions: transactions, blocksHit: hit, blocksRead: read,
            statisticsReset: 5, currentUser: "lectura", isSuperuser: false)
    }
}
