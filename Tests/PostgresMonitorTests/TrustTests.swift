import PostgresClient
import Testing

@testable import PostgresMonitor

@Suite("The bar's questions, together or each for itself") struct TrustTests {
    @Test("once all were answered they are asked together, after a failure each for itself until all are answered again")
    func together() throws {
        let scene = EngineScene()
        func failsTogether() throws -> Bool { try #require(scene.engine.refresh(at: scene.now).units.first).failsTogether }
        #expect(try !failsTogether())
        scene.refresh()
        #expect(try failsTogether())
        scene.wait(2)
        let refresh = scene.engine.refresh(at: scene.now)
        let denied = PostgresError(.server, "permission denied for view pg_stat_database", sqlState: "42501")
        // It is not known whose failure it was: nothing is said of anybody.
        #expect(scene.record(.failure(denied), ofUnit: 0, of: refresh) == nil && scene.engine.isOwed)
        #expect(try !failsTogether())
        scene.errors[DatabaseStatisticsProbe.name] = denied
        let snapshot = try #require(scene.refresh())
        #expect(snapshot.databaseStatistics.last != nil && !snapshot.databaseStatistics.isPresent)
        #expect(snapshot.pulse.isPresent)
        // Whoever is refused is asked no more; the others go together again after a while.
        #expect(try !failsTogether() && !scene.engine.isOwed)
        for _ in 1...30 { scene.refresh() }
        #expect(try failsTogether())
    }

    @Test("what is asked seldom does not lose its turn by a failure of those asked together") func seldom() throws {
        let scene = EngineScene()
        scene.refresh()
        // The facts are due again.
        scene.wait(300)
        let refresh = scene.engine.refresh(at: scene.now)
        #expect(refresh.probes[0].contains { $0 == ServerFactsProbe.self } && refresh.units[0].failsTogether)
        #expect(scene.record(.failure(PostgresError(.server, "out of memory", sqlState: "53200")), ofUnit: 0, of: refresh) == nil)
        #expect(scene.engine.refresh(at: scene.now).probes[0].contains { $0 == ServerFactsProbe.self })
    }

    @Test("without the pulse the clock travels alone, and nobody is asked together") func clock() throws {
        let scene = EngineScene()
        scene.errors[ServerPulseProbe.name] = PostgresError(.server, "permission denied for function now", sqlState: "42501")
        scene.refresh()
        #expect(try !#require(scene.engine.refresh(at: scene.now).units.first).failsTogether)
    }

    @Test("a new connection is trusted with nothing") func connected() throws {
        let scene = EngineScene()
        scene.refresh()
        scene.engine.connected(to: EngineScene.server)
        #expect(try !#require(scene.engine.refresh(at: scene.now).units.first).failsTogether)
    }
}
