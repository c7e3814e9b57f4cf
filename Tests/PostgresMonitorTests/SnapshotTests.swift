import Foundation
import PostgresClient
import Testing

@testable import PostgresMonitor

@Suite("A snapshot")
struct SnapshotTests {
    private let scene = EngineScene(probes: ProbeRegistry.bar + [SecondsProbe.self])

    @Test("comes back from JSON as it went in, but for what a recording does not keep")
    func coding() throws {
        scene.statistics.resetAt = nil
        scene.refresh()
        scene.statistics.totals[.commits] = 10
        scene.errors[ServerPulseProbe.name] = PostgresError(.server, "no", sqlState: "42501", hint: "x")
        var snapshot = try #require(scene.refresh(roundTrip: 0.25, bytes: Cost.Traffic(sent: 1, received: 2)))
        snapshot.growth = [:]
        snapshot.allMetrics = [:]
        let data = try JSONEncoder().encode(snapshot)
        #expect(try JSONDecoder().decode(Snapshot.self, from: data) == snapshot)
    }

    @Test("each probe's facts stand under its name")
    func names() throws {
        scene.engine.watch([.overview])
        let snapshot = try #require(scene.refresh())
        #expect(snapshot[SecondsProbe.self].value == 2)
        #expect(snapshot[RareProbe.self] == .notAsked)
    }

    @Test("limited to some topics it tells nothing of the others")
    func limited() throws {
        scene.engine.watch([.overview])
        let snapshot = try #require(scene.refresh())
        let limited = snapshot.limited(to: [.bar])
        #expect(limited[SecondsProbe.self] == snapshot[SecondsProbe.self], "a probe that the registry does not know stays")
        var whole = snapshot
        whole[SessionsProbe.self] = .late(last: nil)
        #expect(whole.limited(to: [.bar])[SessionsProbe.self] == .notAsked)
        #expect(whole.limited(to: [.bar, .sessions])[SessionsProbe.self] == .late(last: nil))
        #expect(limited.topics == [.bar] && limited.databaseStatistics == snapshot.databaseStatistics)
    }

    @Test("its cost is that of its refresh, and of the last minute")
    func cost() throws {
        scene.engine.watch([.overview])
        let first = try #require(scene.refresh(bytes: Cost.Traffic(sent: 10, received: 20)))
        // Three of the bar, one of the topic with its clock; both units.
        #expect(first.cost.queries == 5)
        #expect(first.cost.bytes == Cost.Traffic(sent: 20, received: 40))
        #expect(first.cost.serverTime == 0.75)
        #expect(first.cost.processorPercent == nil)
        var last = first
        for _ in 0..<60 { last = try #require(scene.refresh(bytes: Cost.Traffic(sent: 10, received: 20))) }
        #expect(last.cost.queries == 4)
        #expect(last.cost.queriesPerMinute == 120)
        #expect(last.cost.bytesPerMinute == Cost.Traffic(sent: 600, received: 1200))
        #expect(abs(try #require(last.cost.serverTimePerSecond) - 0.375) < 1e-9)
        #expect(abs(try #require(last.cost.processorPercent) - 1) < 1e-9)
        #expect(last.cost.residentMemory == 7_000_000)
    }

    @Test("what the history takes of it is told once a refresh, and held for what is asked rarely")
    func metrics() throws {
        scene.engine.watch([.overview])
        scene.refresh()
        scene.wait(2)
        let refresh = scene.engine.refresh(at: scene.now)
        let bar = try #require(scene.record(unit: 0, of: refresh))
        #expect(bar.metrics[.databaseSize] == nil)
        #expect(bar.metrics[.latency] == 0)
        let later = try #require(scene.record(unit: 1, of: refresh))
        #expect(later.metrics == [.databaseSize: 4, .walBytes: 10])
        scene.engine.watch([])
        #expect(scene.refresh()?.metrics[.databaseSize] == 4)
        let unwatched = try #require(scene.refresh(after: 10))
        #expect(unwatched.metrics[.databaseSize] == nil)
        #expect(unwatched.rates[.walBytes] == nil)
    }
}

@Suite("A grant")
struct RightTests {
    @Test(
        "names the right and quotes the role",
        arguments: [
            (Right.role("pg_monitor"), "GRANT pg_monitor TO \"a\"\"b\""),
            (.select("pg_catalog.pg_stat_database"), "GRANT SELECT ON pg_catalog.pg_stat_database TO \"a\"\"b\""),
            (.execute("pg_catalog.f(text)"), "GRANT EXECUTE ON FUNCTION pg_catalog.f(text) TO \"a\"\"b\""),
        ])
    func words(right: Right, expected: String) {
        #expect(right.grant(to: "a\"b") == expected)
    }
}
