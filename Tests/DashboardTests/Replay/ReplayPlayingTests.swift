import Foundation
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("Playing a recording") struct ReplayPlayingTests {
    private func place(_ visit: ReplayVisit) -> Int { visit.replay.replayed.place }
    private func time(_ visit: ReplayVisit) -> Double { RecordedFixture.moments[place(visit)].at }

    @Test("it goes on as many times as fast as it happened as was said") func speed() throws {
        var visit = try ReplayVisit()
        visit.press("Home space")
        #expect(visit.present.contains("playing 10x"))
        visit.wait(.seconds(4))
        #expect(time(visit) == RecordedFixture.end - 560)
        visit.press("+ + p")
        #expect(visit.present.contains("stopped"))
        visit.wait(.seconds(60))
        #expect(time(visit) == RecordedFixture.end - 560)
        visit.press("space")
        visit.wait(.seconds(1))
        #expect(time(visit) == RecordedFixture.end - 500)
    }

    @Test("at its end it stops, and says so") func end() throws {
        var visit = try ReplayVisit()
        visit.press(", space")
        visit.wait(.seconds(10))
        #expect(place(visit) == RecordedFixture.moments.count - 1)
        #expect(visit.hintLine.contains("this is the end") && visit.present.contains("stopped"))
        #expect(visit.replay.nextWake == nil)
        visit.press("space")
        #expect(visit.hintLine.contains("Home goes to its beginning"))
    }

    @Test("what nobody recorded is left out, and said") func gap() throws {
        var times = (0..<30).map { Double($0) * 2 }
        times += times.map { $0 + 30_060 }
        let moments = times.map { RecordedMoment(at: $0, link: .unwatched) }
        var visit = try ReplayVisit(moments, width: 120)
        visit.press("Home space")
        visit.wait(.seconds(6.5))
        #expect(place(visit) == 29)
        visit.wait(.seconds(0.4))
        #expect(place(visit) == 30 && visit.hintLine.contains("8 h 20 min that nobody recorded"))
        #expect(visit.present.contains("8 h 20 min before this were not recorded"))
        #expect(visit.bar.contains("─   "))
    }

    @Test("it waits for the disk rather than run ahead of it") func slowDisk() throws {
        var visit = try ReplayVisit()
        visit.press("Home space")
        visit.isAnswered = false
        visit.wait(.seconds(1))
        #expect(place(visit) == 1 && visit.replay.nextWake == nil)
    }

    @Test("a step while it plays goes on from there") func step() throws {
        var visit = try ReplayVisit()
        visit.press("Home space .")
        visit.wait(.seconds(1))
        #expect(time(visit) == RecordedFixture.end - 530)
    }

    @Test("a recording that is still written is followed from its end on") func following() throws {
        var visit = try ReplayVisit()
        let moments = (1...3).map { RecordedMoment(at: RecordedFixture.end + Double($0) * 2, link: .answering) }
        visit.press("r")
        #expect(visit.hintLine.contains("nothing was added"))
        try visit.file.append([moments[0]])
        visit.press("r")
        #expect(visit.hintLine.contains("1 moment more") && visit.present.contains("08:00:02"))
        #expect(visit.present.contains("still recorded"))
        visit.press("space")
        #expect(visit.present.contains("following"))
        try visit.file.append([moments[1]])
        visit.wait(.seconds(1.5))
        #expect(visit.present.contains("08:00:04"))
        visit.press(",")
        try visit.file.append([moments[2]])
        visit.press("r")
        #expect(!visit.present.contains("08:00:06"), "who looks back stays there")
    }
}

@Suite("What a replay cannot do") struct ReplayLimitTests {
    @Test("keys that need a server say that this is a recording", arguments: ["c", "^p", "\\", "backspace", "m"])
    func noServer(key: String) throws {
        var visit = try ReplayVisit()
        visit.press(key)
        #expect(visit.hintLine.contains("this is a recording"))
        visit.press("esc 2 /")
        visit.type("ncorrea")
        visit.press("enter")
        #expect(visit.line("4801") != nil && visit.line("4813") == nil)
        visit.press("esc y")
        #expect(visit.copied == ["select pg_catalog.pg_cancel_backend(4801)"] || visit.copied.first?.contains("pg_cancel_backend(") == true)
    }

    @Test("of a statement that was cut the beginning is shown, and said that no more was recorded") func statement() throws {
        var snapshot = MonitorFixture.whole()
        var session = MonitorFixture.session(4999, "active", query: 9, "select 1")
        session.query = QueryText("select " + String(repeating: "x", count: 40), length: 40_000)
        snapshot[SessionsProbe.self] = .value(LimitedList([session]), asOf: snapshot.takenAt)
        var visit = try ReplayVisit([RecordedMoment(at: snapshot.takenAt, link: .answering, snapshot: snapshot)])
        visit.press("2 enter")
        #expect(visit.line("select xxxx") != nil)
        #expect(visit.hintLine.contains("the rest of the statement is not in it"))
    }

    @Test("a damaged line shows how things stood before it, and says so") func damaged() throws {
        let last = RecordedFixture.moments.count - 1
        var visit = try ReplayVisit { file in
            try file.changeLines { lines in lines[last] = String(lines[last].prefix(300)) }
        }
        #expect(visit.present.contains("this line is damaged"))
        visit.press("left")
        #expect(!visit.present.contains("damaged"))
    }

    @Test("a recording of which nothing but heads can be read says so, line by line") func unreadable() throws {
        let visit = try ReplayVisit(Array(RecordedFixture.moments.prefix(1))) { file in
            try file.changeLines { lines in lines[0] = String(lines[0].prefix(300)) }
        }
        #expect(visit.present.contains("this line cannot be read"))
    }

    @Test("lines left out are told of at the beginning") func leftOut() throws {
        let visit = try ReplayVisit(width: 120, height: 40) { file in
            try file.changeLines { lines in
                lines[3] = "noise"
                lines.insert(#"{"schema":"pgdeck/record/7","at":1,"whole":true}"#, at: 5)
                lines[lines.count - 1] = #"{"schema":"pgdeck/rec"#
            }
        }
        #expect(visit.hintLine.contains("1 damaged line left out; 1 of a later pgdeck's left out; the last line is half written"))
    }

    @Test("one moment alone is a recording too") func single() throws {
        var visit = try ReplayVisit([RecordedMoment(at: 5, link: .away("no such host"))])
        visit.press("left right , . ( ) { } Home End space t")
        #expect(visit.statusBar.contains("away for 0 s: no such host"))
        #expect(visit.present.contains("1970-01-01 00:00:05 UTC"))
    }
}
