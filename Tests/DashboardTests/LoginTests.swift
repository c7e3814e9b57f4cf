import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite("Logging in") struct LoginTests {
    @Test("a password is asked for once, sent once, and forgotten by the screen") func password() {
        var visit = Visit()
        visit.begin()
        let asked = LinkState.passwordNeeded(PostgresError(.passwordRequired, "no password supplied"))
        visit.receive(.link(asked))
        visit.receive(.link(asked))
        #expect(visit.state.layers.count == 1)
        _ = visit.takeEffects()
        visit.type("wört q")
        visit.press("enter")
        let sent = visit.takeEffects().compactMap { if case .worker(.password(let secret)) = $0 { secret.reveal() } else { nil } }
        #expect(sent == ["wört q"])
        #expect(visit.state.layers.isEmpty)
        #expect(!"\(visit.state)".contains("wört"))
    }

    @Test("with -w no dialog opens; the reason is on the screen") func neverPrompt() {
        var visit = Visit(policy: .never)
        visit.begin()
        visit.receive(.link(.passwordNeeded(PostgresError(.passwordRequired, "the server asks for a password"))))
        #expect(visit.state.layers.isEmpty)
        #expect(visit.screen.contains { $0.contains("the server asks for a password") })
    }

    @Test("with -W the dialog comes before the connection") func alwaysPrompt() {
        var visit = Visit(policy: .always)
        visit.begin()
        #expect(!visit.takeEffects().contains { if case .worker(.connect) = $0 { true } else { false } })
        visit.type("x")
        visit.press("enter")
        let connects = visit.takeEffects().compactMap { if case .worker(.connect(let parameters)) = $0 { parameters } else { nil } }
        #expect(connects.map(\.password) == [Secret("x")])
    }

    @Test("the form takes new settings; the old password does not travel to another server") func form() {
        var line = Fixture.connection
        line.use(password: Secret("old"))
        var visit = Visit(connection: line)
        visit.begin()
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(4))))
        _ = visit.takeEffects()
        visit.press("c ^u")
        visit.type("other.example.org")
        visit.press("enter")
        let connects = visit.takeEffects().compactMap { if case .worker(.connect(let parameters)) = $0 { parameters } else { nil } }
        #expect(connects.map(\.host) == ["other.example.org"])
        #expect(connects.map { $0.password?.reveal() ?? "" } == [""])
        #expect(connects.map(\.user) == ["lectura"])
    }

    @Test("the form keeps the password for the same server and role") func formSameServer() {
        var line = Fixture.connection
        line.use(password: Secret("old"))
        var visit = Visit(connection: line)
        visit.begin()
        _ = visit.takeEffects()
        visit.press("c enter")
        let connects = visit.takeEffects().compactMap { if case .worker(.connect(let parameters)) = $0 { parameters } else { nil } }
        #expect(connects.map(\.password) == [Secret("old")])
    }

    @Test("a bad URI in the form is told in place and nothing typed is lost") func badForm() {
        var visit = Visit(connection: Fixture.nothingSet)
        visit.begin()
        visit.type("postgresql://user:hunter2@host:port:9/db")
        visit.press("enter")
        #expect(visit.state.layers.count == 1)
        guard case .connect(let form) = visit.state.layers.last else { return #expect(Bool(false), "the form is gone") }
        #expect(form.complaint != nil)
        #expect(form.complaint?.contains("hunter2") == false)
        #expect(form.fields[0].text == "postgresql://user:hunter2@host:port:9/db")
    }

    @Test("going back to the server that was set before uses its password again, after a wrong one was typed") func formBack() {
        var line = Fixture.connection
        line.use(password: Secret("right"))
        var visit = Visit(connection: line)
        visit.begin()
        visit.press("c tab tab tab tab tab")
        visit.type("wrong")
        visit.press("enter")
        visit.receive(.link(.passwordNeeded(PostgresError(.authentication, "password authentication failed", sqlState: "28P01"))))
        visit.press("esc")
        _ = visit.takeEffects()
        visit.press("c enter")
        let connects = visit.takeEffects().compactMap { if case .worker(.connect(let parameters)) = $0 { parameters } else { nil } }
        #expect(connects.map(\.password) == [Secret("right")])
    }
}
