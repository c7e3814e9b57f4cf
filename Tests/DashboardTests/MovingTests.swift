import PostgresClient
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite("Going to another server or login") struct MovingTests {
    private static let refused = PostgresError(.authentication, "role \"nobody\" is not permitted to log in", sqlState: "28000")
    private static let noPassword = PostgresError(.passwordRequired, "the server asks for a password")

    /// What the worker is to try beside the connection at hand.
    private func move(_ visit: Visit) throws -> ConnectionParameters {
        let moves = visit.effects.compactMap { if case .worker(.move(let parameters)) = $0 { parameters } else { nil } }
        return try #require(moves.last)
    }

    private func typing(_ command: String) -> Visit {
        var visit = Visit.connected()
        visit.press(":")
        visit.type(command)
        visit.press("enter")
        return visit
    }

    /// Nothing of the connection at hand was touched.
    private func expectAtHand(_ visit: Visit, like before: Visit = .connected()) {
        #expect(visit.state.link.isReady)
        #expect(visit.state.connection.parameters == before.state.connection.parameters)
        #expect(visit.state.databases.list.value == before.state.databases.list.value)
        #expect(visit.state.tree.schemas.value == before.state.tree.schemas.value)
        #expect(visit.state.snapshot.value == before.state.snapshot.value)
    }

    @Test("a login that is refused is told in the command line, which keeps what was typed, and all that is on the screen stays")
    func refusedInCommandLine() throws {
        var visit = typing("c 1245 nobody")
        expectAtHand(visit)
        #expect(visit.hintLine.contains("connecting"))
        visit.receive(.stayed(try move(visit), Self.refused))
        expectAtHand(visit)
        #expect(visit.hintLine.hasPrefix(":c 1245 nobody"))
        #expect(visit.hintLine.contains("not permitted to log in"))
    }

    @Test("a host that does not answer is told in the form, which keeps what was typed, and the connection at hand goes on")
    func refusedInForm() throws {
        var visit = Visit.connected()
        visit.press("c ^u")
        visit.type("192.0.2.77")
        visit.press("enter")
        expectAtHand(visit)
        #expect(visit.screen.contains { $0.contains("connecting") })
        visit.receive(.stayed(try move(visit), PostgresError(.unreachable, "192.0.2.77:5432 did not answer within 10 s")))
        expectAtHand(visit)
        #expect(visit.screen.contains { $0.contains("did not answer within 10 s") })
        #expect(visit.screen.contains { $0.contains("Host") && $0.contains("192.0.2.77") })
    }

    @Test("when the new connection is there its panes take the place of the old ones") func moved() throws {
        var visit = typing("c - other 192.0.2.9 5433")
        let parameters = try move(visit)
        visit.receive(.moved(parameters))
        #expect(visit.state.layers.isEmpty)
        #expect(visit.state.connection.parameters == parameters)
        #expect(visit.state.databases.list.value == nil)
        _ = visit.takeEffects()
        visit.receive(.link(.connecting(.authenticating, since: visit.now)))
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.questions.contains(.databases))
    }

    @Test("esc gives the attempt up; what came too late to be stopped is taken as it is, a late refusal is dropped")
    func givenUp() throws {
        var visit = typing("c 1245 nobody")
        let parameters = try move(visit)
        visit.press("esc")
        #expect(visit.effects.contains { if case .worker(.stay) = $0 { true } else { false } })
        visit.receive(.stayed(parameters, Self.refused))
        #expect(!visit.screen.contains { $0.contains("not permitted to log in") })
        expectAtHand(visit)
        visit.receive(.moved(parameters))
        #expect(visit.state.connection.parameters == parameters)
    }

    @Test("a login that wants a password asks for it and goes on with it; the connection at hand stays until then")
    func password() throws {
        var visit = typing("c 1245 ncorrea")
        let parameters = try move(visit)
        visit.receive(.stayed(parameters, Self.noPassword))
        #expect(visit.screen.contains { $0.contains("ncorrea@") })
        expectAtHand(visit)
        // News of the connection at hand leave the dialog alone.
        visit.receive(.link(.silent(Fixture.server, since: visit.now)))
        visit.receive(.link(.ready(Fixture.server)))
        visit.type("secret")
        visit.press("enter")
        #expect(try move(visit).password == Secret("secret"))
        #expect(try move(visit).user == "ncorrea")
        visit.receive(.stayed(try move(visit), PostgresError(.authentication, "password authentication failed", sqlState: "28P01")))
        #expect(visit.screen.contains { $0.contains("password authentication failed") })
        visit.press("esc")
        #expect(visit.state.layers.isEmpty)
        #expect(visit.state.connection.parameters == Visit.connected().state.connection.parameters)
    }

    @Test("where no connection is at hand there is nothing to keep: the worker goes there at once") func nothingToLose() throws {
        var visit = Visit.connected()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        visit.press(":")
        visit.type("c - other 192.0.2.9")
        visit.press("enter")
        let connected = visit.effects.compactMap { if case .worker(.connect(let parameters)) = $0 { parameters } else { nil } }.last
        #expect(connected?.host == "192.0.2.9")
    }
}
