import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("Facts with their age") struct RemoteTests {
    private let now = Visit.beginning
    private let why = PostgresError(.connectionLost, "gone")

    @Test("what is known stays when it is asked again, and grows stale when that fails") func stale() {
        var fact = Remote<Int>.loaded(7, asOf: now)
        fact.begin(at: now + .seconds(9))
        #expect(fact == .loaded(7, asOf: now))
        fact.fail(why)
        #expect(fact == .stale(7, asOf: now, why: why))
        fact.begin(at: now + .seconds(10))
        #expect(fact.value == 7)
    }

    @Test("a question that the link took with it is not asked, rather than failed") func lost() {
        var fact = Remote<Int>.notAsked
        fact.begin(at: now)
        fact.loseLink(why)
        #expect(fact == .notAsked)
    }

    @Test("no two faces look alike") func faces() {
        let glyphs = Glyphs.unicode
        let faces: [Remote<Int>] = [.notAsked, .loading(since: now), .loaded(7, asOf: now), .stale(7, asOf: now, why: why), .failed(why)]
        let texts = faces.map { face($0, glyphs: glyphs, now: now) { "\($0)" } }
        #expect(Set(texts).count == faces.count)
    }
}
