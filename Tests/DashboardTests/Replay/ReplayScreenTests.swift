import PostgresMonitor
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite("The screen of a replay") struct ReplayScreenTests {
    @Test("the overview at the last moment, with what led there", arguments: [(80, 24), (120, 40)])
    func overview(width: Int, height: Int) throws {
        Golden.expect(try ReplayVisit(width: width, height: height).surface, "replay/overview-\(width)x\(height)")
    }

    @Test("in ASCII") func ascii() throws {
        let visit = try ReplayVisit(width: 120, height: 40, glyphs: .ascii)
        #expect(visit.screen.joined().unicodeScalars.allSatisfy { $0.isASCII || $0 == "ó" })
        Golden.expect(visit.surface, "replay/overview-ascii")
    }

    @Test("a moment at which the server was away, with its reason and the age of the facts") func away() throws {
        var visit = try ReplayVisit(width: 120, height: 40)
        visit.press("{ 2 right right")
        #expect(visit.statusBar.contains("away for 32 s: connection refused"))
        #expect(visit.statusBar.contains("1 alert"))
        #expect(visit.statusBar.contains("as of 33 s ago"))
        #expect(visit.bar.contains("×") && visit.bar.contains("!"))
        Golden.expect(visit.surface, "replay/away")
    }

    @Test("every page of a recorded moment", arguments: MonitorPage.allCases) func pages(page: MonitorPage) throws {
        let recorded = Visit.monitoring(page, width: 120, height: 42).screen
        var visit = try ReplayVisit(width: 120, height: 42)
        visit.press(page == .health ? "0" : "\(MonitorPage.allCases.firstIndex(of: page)! + 1)")
        // The page as it was live; the border tells what a live one does not.
        #expect(visit.screen[1] == recorded[1])
        for line in recorded[2..<36] where page != .overview && !line.hasPrefix("└") {
            #expect(visit.screen.contains { $0.prefix(60) == line.prefix(60) }, "\(line)")
        }
    }

    @Test("a page that nobody had asked for says that it was not recorded") func notRecorded() throws {
        var visit = try ReplayVisit()
        visit.press("2 left")
        #expect(visit.line("not recorded: nobody had asked for it by then") != nil)
        #expect(visit.line("asking") == nil)
        visit.press("0")
        #expect(visit.line("asking") == nil)
    }

    @Test("before anything was known the screen says how it stood with the link, and while it is read that") func nothingKnown() throws {
        let visit = try ReplayVisit([RecordedMoment(at: 5, link: .away("host not found"))])
        #expect(visit.screen[2].contains("away for 0 s: host not found"))
        let index = try RecordReader(visit.file.path).index
        let settings = try Settings.screen(CommandLineSettings(), environment: [:], home: nil)
        let unread = Replay(
            "day.jsonl", index, isBeingWritten: false, size: Size(width: 80, height: 24), settings: settings, glyphs: .unicode,
            now: Visit.beginning)
        #expect(view(unread).lines[2].contains("reading the recording"))
    }

    @Test("a page that nobody looked at when it was recorded tells its age") func unwatched() throws {
        var later = MonitorFixture.whole()
        later.takenAt += 30
        var visit = try ReplayVisit([
            RecordedMoment(at: later.takenAt - 30, link: .answering, snapshot: MonitorFixture.whole()),
            RecordedMoment(at: later.takenAt, link: .answering, snapshot: later),
        ])
        visit.press("2")
        #expect(visit.screen[0].contains("30 s old"))
        visit.press("left")
        #expect(!visit.screen[0].contains(" old"))
    }

    @Test(
        "no size is too small to draw",
        arguments: [(1, 1), (2, 2), (3, 3), (5, 2), (10, 4), (20, 6), (30, 8), (59, 12), (300, 5), (1, 100), (35, 100), (12, 20)])
    func tiny(width: Int, height: Int) throws {
        var visit = try ReplayVisit(width: width, height: height)
        visit.press("left space : 9 enter esc { ? esc i")
        #expect(visit.surface.size == Size(width: width, height: height))
        visit.receive(.terminal(.mouse(MouseEvent(.press, at: Point(x: 0, y: max(0, height - 3))))))
    }

    @Test("where few rows are there the slider takes one, and where hardly any none") func heights() throws {
        #expect(try ReplayVisit(height: 18).screen[15].contains("●"))
        #expect(try !ReplayVisit(height: 7).screen.contains { $0.contains("●─") || $0.contains("─●") })
    }

    @Test("help tells the keys of a recording, and none that needs a server") func help() throws {
        var visit = try ReplayVisit(width: 120, height: 80)
        visit.press("?")
        #expect(visit.line("go on by ten minutes") != nil && visit.line("copy the name or value") != nil)
        for absent in ["connect to another server", "probe the server", "find any relation"] { #expect(visit.line(absent) == nil) }
        Golden.expect(visit.surface, "replay/help")
    }

    @Test("i tells of the recording as a whole") func information() throws {
        var visit = try ReplayVisit()
        visit.press("i")
        #expect(visit.line("day.jsonl") != nil)
        #expect(visit.line("server away")?.contains("once") == true)
        #expect(visit.line("gaps")?.contains("none") == true)
    }

    @Test("the alerts are those of the moment, and those that were over by then") func alerts() throws {
        var visit = try ReplayVisit()
        visit.press("A")
        #expect(visit.line("no answer for 20s")?.contains("server_away") == true)
        let over = try #require(visit.screen.firstIndex { $0.contains("Over") && !$0.contains("Overview") })
        #expect(try #require(visit.screen.firstIndex { $0.contains("no answer for 20s") }) > over)
        visit.press("esc { A")
        let standing = try #require(visit.screen.firstIndex { $0.contains("no answer for 20s") })
        #expect(try #require(visit.screen.firstIndex { $0.contains("Standing") }) == standing - 1)
    }
}
