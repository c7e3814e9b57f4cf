import Foundation
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The monitor's pages") struct MonitorScreenTests {
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    @Test("each page of a loaded server", arguments: sizes, MonitorPage.allCases)
    func pages(size: (width: Int, height: Int), page: MonitorPage) {
        let snapshots = page == .overview ? MonitorFixture.recorded() : [MonitorFixture.whole()]
        let visit = Visit.monitoring(page, width: size.width, height: size.height, snapshots: snapshots)
        Golden.expect(visit, "monitor/\(page)-\(size.width)x\(size.height)")
    }

    @Test("each page in ASCII", arguments: [MonitorPage.overview, .sessions, .locks, .progress])
    func ascii(page: MonitorPage) {
        let visit = Visit.monitoring(page, width: 120, height: 40, glyphs: .ascii, snapshots: MonitorFixture.recorded())
        #expect(visit.screen.joined().unicodeScalars.allSatisfy { $0.isASCII || $0 == "ó" })
        Golden.expect(visit, "monitor/\(page)-ascii")
    }

    @Test(
        "no size is too small to draw",
        arguments: [(1, 1), (2, 2), (3, 3), (5, 2), (10, 4), (20, 6), (59, 12), (300, 5), (1, 100), (35, 100)])
    func tiny(width: Int, height: Int) {
        for page in MonitorPage.allCases {
            var visit = Visit.monitoring(page, width: width, height: height, snapshots: MonitorFixture.recorded(seconds: 60))
            visit.press("j l > s G enter esc / x esc")
            #expect(visit.surface.size == Size(width: width, height: height))
        }
    }

    @Test("before the first snapshot the page says what it waits for") func nothingYet() {
        var visit = Visit(width: 80, height: 24)
        visit.begin()
        visit.press("m")
        #expect(visit.line("waiting for the server") != nil)
    }

    @Test("a page not answered yet says that it is asked") func asking() {
        let visit = Visit.monitoring(.sessions, snapshots: [MonitorFixture.bare()])
        #expect(visit.line("asking ...") != nil)
    }

    @Test("a page not asked for while there was a link says what it waits for") func askingNobody() {
        var visit = Visit.monitoring(.sessions, snapshots: [MonitorFixture.bare()])
        let refused = PostgresError(.unreachable, "Connection refused", cause: .refused)
        visit.receive(.link(.waiting(refused, until: visit.now + .seconds(4))))
        #expect(visit.line("asking ...") == nil && visit.line("waiting for the server") != nil)
    }

    @Test("every text from outside passes the one door", arguments: MonitorPage.allCases) func hostile(page: MonitorPage) {
        let visit = Visit.monitoring(page)
        let text = visit.screen.joined()
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{202e}" })
    }

    @Test("while the link is away every fact stays, dimmed, with its age") func linkAway() {
        var visit = Visit.monitoring(.sessions, width: 80, height: 24)
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        visit.wait(.seconds(5))
        #expect(visit.line("4801") != nil)
        #expect(visit.line("5 s old") != nil)
        Golden.expect(visit, "monitor/away")
    }

    @Test("when the link goes while a page is late, its border tells one age: the page's") func awayWhileLate() {
        var snapshot = MonitorFixture.whole()
        let sessions = LimitedList(MonitorFixture.sessions, total: 12)
        snapshot[SessionsProbe.self] = .late(last: Aged(sessions, asOf: MonitorFixture.takenAt - 20))
        var visit = Visit.monitoring(.sessions, snapshots: [snapshot])
        #expect(visit.screen[0].contains("20 s old"))
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(60))))
        visit.wait(.seconds(10))
        #expect(visit.screen[0].contains("30 s old"))
        #expect(visit.screen[0].components(separatedBy: " old").count == 2)
    }

    @Test("paused, the page says so and how old it is") func paused() {
        var visit = Visit.monitoring(.sessions)
        visit.press("p")
        visit.wait(.seconds(30))
        #expect(visit.screen[0].contains("30 s old"))
        #expect(visit.screen[0].contains("paused"))
    }
}
