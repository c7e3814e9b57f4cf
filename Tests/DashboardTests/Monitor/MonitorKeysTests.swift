import PostgresCatalog
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The monitor's keys") struct MonitorKeysTests {
    @Test("m opens the monitor over the panes, and m or esc leaves it") func opening() {
        var visit = Visit.connected()
        visit.receive(.snapshot(MonitorFixture.whole()))
        for way in ["m", "esc"] {
            visit.press("m")
            #expect(visit.screen[0].contains("Monitor"))
            #expect(visit.statusBar.contains("lectura@db.example.org"))
            visit.press(way)
            #expect(visit.screen[0].contains("Databases"))
        }
    }

    @Test("q quits from the monitor as from anywhere") func quitting() {
        var visit = Visit.monitoring()
        visit.press("q")
        #expect(visit.effects.contains { if case .quit(0) = $0 { true } else { false } })
    }

    @Test("the worker is told to watch what is on the screen, and nothing else") func watching() {
        var visit = Visit.monitoring(.sessions)
        #expect(visit.watched == [.bar, .sessions])
        visit.press("]")
        #expect(visit.watched == [.bar, .locks])
        visit.press("[ [")
        #expect(visit.watched == [.bar, .overview])
        visit.press("m")
        #expect(visit.watched == [.bar])
    }

    @Test("what is watched is told once, not with every event") func watchedOnce() {
        var visit = Visit.monitoring(.sessions)
        _ = visit.takeEffects()
        visit.press("j j k")
        visit.receive(.snapshot(MonitorFixture.whole()))
        #expect(visit.watched == nil)
    }

    @Test("digits, brackets and tab turn the pages") func pages() {
        var visit = Visit.monitoring()
        visit.press("0")
        #expect(visit.state.monitor.page == .health)
        visit.press("]")
        #expect(visit.state.monitor.page == .overview)
        visit.press("S-tab")
        #expect(visit.state.monitor.page == .health)
        visit.press("tab tab")
        #expect(visit.state.monitor.page == .sessions)
    }

    @Test("a page keeps its place, its order and its filter while others are looked at") func places() {
        var visit = Visit.monitoring(.sessions)
        visit.press("j j > /")
        visit.type("pedidos")
        visit.press("enter")
        let list = visit.state.monitor.list
        visit.press("3 2")
        #expect(visit.state.monitor.list == list)
        visit.press("m m")
        #expect(visit.state.monitor.list == list)
    }

    @Test("esc drops the filter first, then the monitor") func escaping() {
        var visit = Visit.monitoring(.sessions)
        visit.press("/")
        visit.type("ncorrea")
        visit.press("enter esc")
        #expect(visit.state.monitor.isOpen)
        #expect(!visit.state.monitor.list.filter.isActive)
        visit.press("esc")
        #expect(!visit.state.monitor.isOpen)
    }

    @Test("while a filter is typed no letter is a command") func typing() {
        var visit = Visit.monitoring(.sessions)
        visit.press("/")
        visit.type("qm1")
        #expect(visit.state.monitor.list.filter.text == "qm1")
        #expect(visit.state.monitor.page == .sessions)
        #expect(visit.line("nothing matches") != nil)
    }

    @Test("pasted text goes into the filter, and nowhere else") func pasting() {
        var visit = Visit.monitoring(.sessions)
        visit.receive(.paste("q"))
        #expect(visit.state.monitor.list.filter.text == "")
        visit.press("/")
        visit.receive(.paste("tienda"))
        #expect(visit.state.monitor.list.filter.text == "tienda")
    }

    @Test("r asks now, p pauses, + and - change the interval") func probing() {
        var visit = Visit.monitoring(.sessions)
        _ = visit.takeEffects()
        visit.press("r p + -")
        let commands = visit.effects.map { effect in
            switch effect {
            case .worker(.retryNow): "retry"
            case .worker(.pause(true)): "pause"
            case .worker(.refresh(every: .seconds(1))): "faster"
            case .worker(.refresh(every: .seconds(2))): "slower"
            default: "\(effect)"
            }
        }
        #expect(commands == ["retry", "pause", "faster", "slower"])
    }

    @Test("t shows an hour, a day, a week") func spans() {
        var visit = Visit.monitoring(snapshots: MonitorFixture.recorded(seconds: 3_600))
        #expect(visit.screen[0].contains("last hour"))
        visit.press("t")
        #expect(visit.state.monitor.span == .day)
        visit.press("t")
        #expect(visit.state.monitor.span == .week)
        visit.press("t")
        #expect(visit.state.monitor.span == .hour)
    }

    @Test("a relation gone to by a command leaves the monitor") func leavingByCommand() {
        var visit = Visit.monitoring()
        visit.go(to: Fixture.orders.relation, kind: .table)
        #expect(!visit.state.monitor.isOpen)
    }

    @Test("e shows the statements that the page is asked by") func sql() {
        var visit = Visit.monitoring(.sessions)
        visit.press("e")
        #expect(visit.line("pg_catalog.pg_stat_activity") != nil)
    }

    @Test("keys of other screens say why they do nothing here", arguments: ["z", "t", "backspace", "n"]) func disabled(key: String) {
        var visit = Visit.monitoring(.sessions)
        let before = visit.state.monitor.list
        visit.press(key)
        #expect(visit.state.message?.role == .warning)
        #expect(visit.state.monitor.list == before)
    }

    @Test("the monitor's own keys say outside of it where they belong", arguments: ["<", ">", "t"]) func elsewhere(key: String) {
        var visit = Visit.connected()
        visit.press(key)
        #expect(visit.hintLine.contains("only in the monitor: m opens it"))
    }

    @Test("a click turns to a page or selects a row, a double click opens it") func pointing() throws {
        var visit = Visit.monitoring(.sessions, width: 120, height: 40)
        let tabs = visit.screen[1]
        let locks = try #require(tabs.firstRange(of: "Locks")).lowerBound
        visit.receive(.mouse(MouseEvent(.press, at: Point(x: tabs.distance(from: tabs.startIndex, to: locks), y: 1))))
        #expect(visit.state.monitor.page == .locks)
        visit.press("2")
        let row = try #require(visit.screen.firstIndex { $0.contains("4813") })
        visit.receive(.mouse(MouseEvent(.press, at: Point(x: 5, y: row))))
        #expect(visit.state.monitor.list.selected == "4813")
        visit.receive(.mouse(MouseEvent(.doublePress, at: Point(x: 5, y: row))))
        #expect(visit.line("Session 4813") != nil)
    }
}
