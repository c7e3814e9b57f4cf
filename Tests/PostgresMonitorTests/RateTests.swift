import PostgresClient
import Testing

@testable import PostgresMonitor

@Suite("What two samples tell together")
struct RateTests {
    private let scene = EngineScene()

    @Test("the first snapshot has facts and no rate")
    func first() throws {
        scene.statistics.totals = [.commits: 1_000, .blocksHit: 5, .blocksRead: 5]
        // A quarter of a second of it is the server's.
        let snapshot = try #require(scene.refresh(roundTrip: 0.253))
        #expect(snapshot.sequence == 1)
        #expect(snapshot.rates == Rates())
        #expect(snapshot.rates.hitRatio == nil)
        #expect(abs(snapshot.roundTrip / .milliseconds(1) - 3) < 0.001)
        #expect(snapshot.databaseStatistics.value?.totals[.commits] == 1_000)
        #expect(snapshot.facts.value?.maximumSessions == 100)
        #expect(snapshot.server == EngineScene.server)
    }

    @Test("how much a counter has grown never goes down, whatever the server's sum does")
    func growth() throws {
        var grown: [Int64?] = []
        for commits: Int64 in [1_000, 1_040, 900, 910] {
            scene.statistics.totals = [.commits: commits]
            grown.append(try #require(scene.refresh()).growth[.commits])
        }
        #expect(grown == [0, 40, 40, 50])
    }

    @Test("rates are of the interval, not of the server's lifetime")
    func interval() throws {
        scene.statistics.totals = [.commits: 1_000_000, .rollbacks: 7, .blocksHit: 900, .blocksRead: 100, .tuplesInserted: 4]
        scene.refresh()
        scene.statistics.totals = [.commits: 1_000_280, .rollbacks: 27, .blocksHit: 975, .blocksRead: 125, .tuplesInserted: 10]
        let snapshot = try #require(scene.refresh(after: 2))
        #expect(snapshot.rates[.commits] == 140)
        #expect(snapshot.rates.transactions == 150)
        #expect(snapshot.rates.hitRatio == 0.75)
        #expect(snapshot.rates.tuplesIn == 3)
        #expect(snapshot.metrics[.transactions] == 150)
        #expect(snapshot.metrics[.sessions] == 1)
    }

    @Test("an interval in which no block was touched has rates and no hit ratio")
    func untouched() throws {
        scene.refresh()
        let snapshot = try #require(scene.refresh())
        #expect(snapshot.rates.transactions == 0)
        #expect(snapshot.rates.hitRatio == nil)
    }

    @Test("two refreshes at the same instant give no rate")
    func sameInstant() throws {
        scene.refresh()
        #expect(try #require(scene.refresh(after: 0)).rates == Rates())
    }

    @Test("a break begins a new series: no rate until the sample after it, and never a spike", arguments: Break.allCases)
    func newSeries(cause: Break) throws {
        scene.statistics.totals = [.commits: 100, .blocksHit: 100]
        scene.refresh()
        scene.statistics.totals = [.commits: 200, .blocksHit: 200]
        let before = try #require(scene.refresh())
        #expect(before.rates.transactions == 50)

        scene.statistics.totals = [.commits: 900_000, .blocksHit: 900_000]
        cause.apply(to: scene)
        let atBreak = try #require(scene.refresh())
        #expect(atBreak.series == before.series + 1)
        #expect(atBreak.rates == Rates())
        #expect(atBreak.metrics[.transactions] == nil)

        scene.statistics.totals[.commits]! += 8
        let after = try #require(scene.refresh())
        #expect(after.series == atBreak.series)
        #expect(after.rates.transactions == 4)
    }

    @Test("a time that nobody watched has no rate: the link was away, or probing was paused", arguments: [true, false])
    func unwatched(isReconnected: Bool) throws {
        scene.refresh()
        let before = try #require(scene.refresh())
        scene.statistics.totals[.commits] = 1_000_000
        if isReconnected { scene.engine.connected(to: EngineScene.server) }
        let snapshot = try #require(scene.refresh(after: isReconnected ? 2 : 3600))
        #expect(snapshot.rates == Rates())
        #expect(snapshot.series == before.series)
        #expect(try #require(scene.refresh()).rates.transactions == 0)
    }

    @Test("another session of the same server goes on with the series")
    func renewed() throws {
        scene.refresh()
        scene.engine.renewed(EngineScene.server)
        scene.statistics.totals[.commits] = 6
        #expect(try #require(scene.refresh()).rates.transactions == 3)
    }

    @Test("another server has none of the old one's facts")
    func left() throws {
        let before = try #require(scene.refresh())
        scene.engine.left()
        scene.engine.connected(to: EngineScene.server)
        scene.errors[ServerFactsProbe.name] = PostgresError(.server, "no")
        let after = try #require(scene.refresh())
        #expect(after.series == before.series + 1)
        #expect(after.facts == .failed(PostgresError(.server, "no"), last: nil))
    }

    @Test("the uptime is told by the server's own clock")
    func uptime() throws {
        let pulse = try #require(scene.refresh(after: 0)?.pulse.value)
        #expect(pulse.uptime == 90.25)
    }
}

/// What ends a series of samples.
enum Break: CaseIterable {
    case restart, promotion, reset, firstReset, counterDown

    func apply(to scene: EngineScene) {
        switch self {
        case .restart: scene.startedAt += 60
        case .promotion: scene.isInRecovery.toggle()
        case .reset: scene.statistics.resetAt = 77
        case .firstReset: scene.statistics.resetAt = nil
        case .counterDown: scene.statistics.totals[.blocksHit] = 199
        }
    }
}
