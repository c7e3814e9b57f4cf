import PostgresClient
import Testing

@testable import PostgresMonitor

@Suite("What is asked when")
struct DueTests {
    private let scene = EngineScene(probes: ProbeRegistry.bar + [SecondsProbe.self, RareProbe.self, LaterProbe.self])

    private func due(after seconds: Double = 2) -> [[ProbeName]] {
        scene.wait(seconds)
        return scene.engine.refresh(at: scene.now).probes.map { $0.map { $0.name } }
    }

    @Test("the bar is one unit that ends with the clock, and asks what hardly changes once in five minutes")
    func bar() {
        #expect(due() == [["server", "database_statistics", "pulse"]])
        for _ in 0..<148 { #expect(due() == [["database_statistics", "pulse"]]) }
        #expect(due().first?.contains("server") == false)
        #expect(due().first?.contains("server") == true)
    }

    @Test("a topic is asked while it is watched, what has another deadline in a unit of its own behind what is quicker")
    func watched() {
        #expect(scene.watch([.overview]))
        #expect(due().dropFirst() == [["seconds"], ["rare"]])
        #expect(due().dropFirst() == [["seconds"]])
        #expect(!scene.watch([]))
        #expect(due().dropFirst() == [])
    }

    @Test("a probe of two topics is asked for either, and not again because the other is watched as well")
    func twoTopics() {
        scene.engine.watch([.tables])
        #expect(due().dropFirst() == [["rare"]])
        scene.engine.watch([.tables, .overview])
        #expect(due().dropFirst() == [["seconds"]])
    }

    @Test("what is watched in the background is asked once a minute")
    func background() {
        #expect(scene.watch([], background: [.overview]))
        #expect(due().dropFirst() == [["seconds"], ["rare"]])
        for _ in 0..<29 { #expect(due().dropFirst() == []) }
        #expect(due().dropFirst() == [["seconds"]])
        #expect(!scene.watch([], background: [.overview]))
        #expect(scene.watch([.overview]))
    }

    @Test("what an older server does not have is not asked, and the snapshot says since when there is it")
    func later() throws {
        scene.engine.watch([.overview])
        let snapshot = try #require(scene.refresh())
        #expect(snapshot[LaterProbe.self] == .notSupported(.since(major: 16)))
        #expect(snapshot[LaterProbe.self].trouble == "since PostgreSQL 16")
    }

    @Test("a probe that was refused is not asked again, but on demand and by a new session, and the grant is told")
    func refused() throws {
        scene.engine.watch([.overview])
        scene.errors["seconds"] = PostgresError(.server, "permission denied for view x", sqlState: "42501")
        scene.refresh()
        #expect(try #require(scene.refresh())[SecondsProbe.self] == .forbidden(grant: "GRANT pg_monitor TO \"lectura\"", last: nil))
        #expect(due(after: 5000).contains(["seconds"]) == false)
        scene.engine.askAgain()
        #expect(due().contains(["seconds"]))
        scene.refresh()
        scene.engine.renewed(EngineScene.server)
        #expect(due().contains(["seconds"]))
    }

    @Test("a probe that is late or fails keeps its last value, blanks no other, and is asked less and less often")
    func late() throws {
        scene.engine.watch([.overview])
        scene.refresh()
        scene.errors["seconds"] = PostgresError(.server, "canceling statement due to statement timeout", sqlState: "57014")
        let snapshot = try #require(scene.refresh())
        #expect(snapshot[SecondsProbe.self] == .late(last: Aged(2, asOf: 1_000_002)))
        #expect(snapshot.rates[.walBytes] == nil)
        #expect(snapshot.databaseStatistics.isPresent)
        #expect(snapshot[RareProbe.self].isPresent)
        // Twice its interval later, then four times.
        #expect(!due().contains(["seconds"]))
        #expect(due().contains(["seconds"]))
        scene.errors["seconds"] = PostgresError(.server, "odd", sqlState: "XX000")
        #expect(scene.refresh()?[SecondsProbe.self] == .failed(scene.errors["seconds"]!, last: Aged(2, asOf: 1_000_002)))
        for _ in 0..<3 { #expect(!due().contains(["seconds"])) }
        scene.errors = [:]
        scene.refresh()
        #expect(due().contains(["seconds"]))
    }

    @Test("a probe that is late again and again, and holds up the bar each time, rests for minutes; one that fails for a minute at most")
    func rests() {
        scene.engine.watch([.overview])
        func asked(with error: PostgresError) -> Int {
            scene.errors["seconds"] = error
            return (0..<900).count { _ in
                scene.refresh()
                return scene.engine.progress[SecondsProbe.name]?.askedAt == scene.now
            }
        }
        let late = asked(with: PostgresError(.server, "canceling statement due to statement timeout", sqlState: "57014"))
        scene.engine.askAgain()
        scene.errors = [:]
        scene.refresh()
        let failed = asked(with: PostgresError(.server, "odd", sqlState: "XX000"))
        // Half an hour of refreshes each.
        #expect(late < 15)
        #expect(failed > 25)
    }

    @Test("an answer of another shape than promised fails that probe alone")
    func misread() throws {
        let refresh = scene.engine.refresh(at: scene.now)
        var answers = refresh.probes[0].map(scene.answer)
        answers[1] = .success(RowSet(columns: ["a", "r"], cells: ["{1,2}", nil]))
        let snapshot = try #require(scene.record(.success(answers), ofUnit: 0, of: refresh))
        #expect(snapshot.databaseStatistics.trouble?.contains("expected 12 elements") == true)
        #expect(snapshot.pulse.isPresent)
    }

    @Test("a refused pulse leaves a sign of life in the bar's unit: its clock")
    func withoutPulse() throws {
        scene.errors[ServerPulseProbe.name] = PostgresError(.server, "permission denied", sqlState: "42501")
        scene.errors[DatabaseStatisticsProbe.name] = scene.errors[ServerPulseProbe.name]
        scene.refresh()
        let refresh = scene.engine.refresh(at: scene.now + .seconds(2))
        #expect(refresh.units.count == 1)
        #expect(refresh.units[0].statements == [UnitClock().statement(on: EngineScene.server.version)])
        let snapshot = try #require(scene.record(unit: 0, of: refresh))
        #expect(snapshot.pulse.trouble == "not permitted: GRANT EXECUTE ON FUNCTION pg_catalog.pg_postmaster_start_time() TO \"lectura\"")
        #expect(snapshot.cost.serverTime == 0.5)
    }

    @Test("a lost link makes no snapshot, nor does a unit that is late, whose probes are told as late in the next")
    func lost() throws {
        scene.engine.watch([.overview])
        let refresh = scene.engine.refresh(at: scene.now)
        let late = UnitOfWork.Outcome.failure(PostgresError(.deadline, "no answer within 4 s"))
        let gone = UnitOfWork.Outcome.failure(PostgresError(.connectionLost, "gone"))
        for unit in refresh.units.indices {
            #expect(scene.record(gone, ofUnit: unit, of: refresh) == nil)
        }
        #expect(scene.record(late, ofUnit: 0, of: refresh) == nil)
        #expect(scene.record(late, ofUnit: 1, of: refresh) == nil)
        let next = try #require(scene.refresh(after: 2))
        #expect(next[SecondsProbe.self] == .late(last: nil))
        #expect(next.pulse.isPresent)
    }
}
