import PostgresCatalog
import PostgresClient
import Testing

@testable import Dashboard

@Suite("Sizes of databases among other questions") struct SizesTests {
    private func sizes(_ visit: Visit) -> [Question] { visit.questions.filter { if case .databaseSize = $0 { true } else { false } } }

    /// Connected, with the first size under way.
    private func measuring() -> Visit {
        var visit = Visit(width: 120, height: 24)
        visit.begin()
        visit.receive(.link(.ready(Fixture.server)))
        visit.answer { if case .databaseSize = $0 { nil } else { Fixture.answer($0) } }
        return visit
    }

    @Test(
        "what a person asks for that may take its time goes before a size under way, which is asked again after it",
        arguments: ["dt+", "l+"])
    func goesBefore(command: String) throws {
        var visit = measuring()
        let size = try #require(sizes(visit).first)
        #expect(sizes(visit).count == 1)
        visit.press(":")
        visit.type(command)
        visit.press("enter")
        #expect(sizes(visit).isEmpty)
        visit.fail(Fixture.lost) { if case .list = $0 { true } else { false } }
        #expect(sizes(visit) == [size])
    }

    @Test("a size goes on once nobody waits for what went before it any more") func givenUp() throws {
        var visit = measuring()
        let size = try #require(sizes(visit).first)
        visit.press(":")
        visit.type("dt+")
        visit.press("enter esc")
        #expect(sizes(visit) == [size])
    }

    @Test("what does not share their session leaves a size alone") func besides() throws {
        var visit = measuring()
        let size = try #require(sizes(visit).first)
        visit.press(":")
        visit.type("dt")
        visit.press("enter")
        #expect(sizes(visit) == [size])
    }
}
