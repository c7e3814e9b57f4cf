import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("Moving through a recording") struct ReplayMovingTests {
    private let last = RecordedFixture.moments.count - 1

    private func place(_ visit: ReplayVisit) -> Int { visit.replay.replayed.place }
    private func time(_ visit: ReplayVisit) -> Double { RecordedFixture.moments[place(visit)].at }

    @Test("it opens at the last moment; arrows go moment by moment and stop at the ends") func moments() throws {
        var visit = try ReplayVisit()
        #expect(place(visit) == last)
        #expect(visit.present.contains("2027-01-15 08:00:00 UTC"))
        visit.press("left left right")
        #expect(place(visit) == last - 1)
        #expect(visit.present.contains("07:59:58 UTC") && visit.present.contains("\(last) of \(last + 1)"))
        visit.press("right right")
        #expect(place(visit) == last && visit.hintLine.contains("this is the end"))
        visit.press("Home left")
        #expect(place(visit) == 0 && visit.hintLine.contains("this is the beginning"))
        visit.press("End")
        #expect(place(visit) == last)
    }

    @Test("by a minute, by ten, and by a moment at least") func minutes() throws {
        var visit = try ReplayVisit()
        visit.press(",")
        #expect(time(visit) == RecordedFixture.end - 60)
        visit.press(".")
        #expect(place(visit) == last)
        visit.press("(")
        #expect(place(visit) == 0)
        visit.press(") , ,")
        #expect(time(visit) == RecordedFixture.end - 120)
        var short = try ReplayVisit([0, 100].map { RecordedMoment(at: $0, link: .connecting) })
        short.press(",")
        #expect(place(short) == 0)
        short.press(".")
        #expect(place(short) == 1)
    }

    @Test("from event to event: where the server went away and where an alert began") func events() throws {
        var visit = try ReplayVisit()
        let alert = RecordedFixture.firstAway + 2
        visit.press("{")
        #expect(place(visit) == alert)
        visit.press("{")
        #expect(place(visit) == RecordedFixture.firstAway)
        visit.press("{")
        #expect(place(visit) == RecordedFixture.firstAway && visit.hintLine.contains("no alert began"))
        visit.press("Home } }")
        #expect(place(visit) == alert)
    }

    @Test("what is shown is told by the recording's clock: time that goes by here changes nothing") func frozen() throws {
        var visit = try ReplayVisit()
        visit.press("{ 2")
        let before = visit.screen
        visit.wait(.seconds(3_600))
        #expect(visit.replay.nextWake == nil)
        visit.press("j k")
        #expect(visit.screen == before)
    }

    @Test("the graphs show what led to the moment, and nothing of what came after") func history() throws {
        var visit = try ReplayVisit()
        let whole = visit.line("databases")
        visit.press("Home")
        #expect(visit.line("transactions") != nil)
        #expect(!(visit.line("transactions") ?? "").contains("▅"))
        visit.press("End")
        #expect(visit.line("databases") == whole)
    }

    @Test("the slider moves at once; what it shows comes when it is read") func reading() throws {
        var visit = try ReplayVisit()
        let before = visit.statusBar
        visit.isAnswered = false
        visit.press("{ {")
        #expect(visit.present.contains("reading") && visit.present.contains("\(RecordedFixture.firstAway + 1) of"))
        #expect(visit.statusBar == before)
        visit.press("q")
        #expect(visit.quit == 0)
    }

    @Test("t asks for the history of a longer time") func span() throws {
        var visit = try ReplayVisit()
        visit.press("t")
        let spans = visit.effects.compactMap { if case .read(_, let span) = $0 { span } else { nil } }
        #expect(spans == [.hour, .day])
    }

    @Test("a click on the bar goes there") func click() throws {
        var visit = try ReplayVisit()
        visit.receive(.terminal(.mouse(MouseEvent(.press, at: Point(x: 10, y: 21)))))
        #expect(place(visit) == 0)
        visit.receive(.terminal(.mouse(MouseEvent(.press, at: Point(x: 40, y: 21)))))
        #expect(abs(time(visit) - (RecordedFixture.end - 300)) < 20)
        visit.receive(.terminal(.mouse(MouseEvent(.press, at: Point(x: 14, y: 1)))))
        #expect(visit.screen[0].contains("Overview") == false, "a click on a tab turns the page")
    }

    @Test("a time is typed, and what is no time is said") func typed() throws {
        var visit = try ReplayVisit()
        visit.press(":")
        #expect(visit.hintLine.contains("go to (UTC):"))
        visit.type("07:55:00")
        visit.press("enter")
        #expect(time(visit) <= RecordedFixture.end - 300 && time(visit) > RecordedFixture.end - 310)
        visit.press(":")
        visit.type("lunch")
        visit.press("enter")
        #expect(visit.hintLine.contains("a time in UTC: 14:05"))
        visit.press("backspace")
        #expect(!visit.hintLine.contains("a time in UTC"))
        visit.press("esc left")
        #expect(visit.hintLine.contains("space play"))
        visit.press(": esc : ^c q")
        #expect(visit.quit == 0)
    }
}

@Suite("A time that is typed") struct TypedMomentTests {
    /// 2026-01-02 22:00 to 2026-01-04 06:30 UTC.
    private let span = 1_767_391_200.0...1_767_508_200.0
    private let present = 1_767_420_000.0  // 2026-01-03 06:00

    private func typed(_ text: String) -> String {
        switch typedMoment(text, near: present, within: span) {
        case nil: "nothing"
        case .success(let moment)?: dayAndClock(moment)
        case .failure(let complaint)?: complaint.words
        }
    }

    @Test(
        "means the nearest moment of that time that was recorded",
        arguments: [
            ("06:00", "2026-01-03 06:00:00"), ("6:5", "2026-01-03 06:05:00"), (" 22:30:15 UTC ", "2026-01-02 22:30:15"),
            ("12:00", "2026-01-03 12:00:00"), ("2026-01-04 01:02", "2026-01-04 01:02:00"), ("2026-01-03T01:02:03Z", "2026-01-03 01:02:03"),
            ("2026-01-04", "2026-01-04 00:00:00"), ("2026-01-02", "2026-01-02 22:00:00"), ("+5min", "2026-01-03 06:05:00"),
            ("-90s", "2026-01-03 05:58:30"), ("+2d", "2026-01-04 06:30:00"), ("", "nothing"),
        ])
    func times(text: String, moment: String) { #expect(typed(text) == moment) }

    @Test(
        "or says what is wrong",
        arguments: [
            ("25:00", "a time in UTC"), ("lunch", "a time in UTC"), ("12:00 1 2", "a time in UTC"), ("2026-02-30", "a time in UTC"),
            ("12:60", "a time in UTC"), ("1:2:3:4", "a time in UTC"), ("+", "a number and a unit"), ("-5 weeks", "a number and a unit"),
            ("2026-01-09", "the recording goes from 2026-01-02 22:00:00 to 2026-01-04 06:30:00 UTC"),
            ("2026-01-04 06:31", "the recording goes from"), ("99999999999999999999:1", "a time in UTC"),
        ])
    func complaints(text: String, words: String) { #expect(typed(text).hasPrefix(words), "\(typed(text))") }
}
