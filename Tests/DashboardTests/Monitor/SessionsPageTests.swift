import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The monitor's sessions") struct SessionsPageTests {
    private func pids(_ visit: Visit) -> [String] {
        visit.screen.compactMap { line in
            let word = line.dropFirst().drop { $0 == " " }.prefix { $0.isNumber }
            return word.count >= 3 ? String(word) : nil
        }
    }

    @Test("the oldest transaction comes first, those without one last") func order() {
        let visit = Visit.monitoring(.sessions)
        #expect(pids(visit) == ["4801", "4812", "4813", "4831", "4820", "4830", "4840", "901"])
    }

    @Test("s turns the order, and what is unknown stays last") func reversed() {
        var visit = Visit.monitoring(.sessions)
        visit.press("s")
        #expect(pids(visit).prefix(5) == ["4820", "4831", "4813", "4812", "4801"])
        #expect(Set(pids(visit).suffix(3)) == ["4830", "4840", "901"])
    }

    @Test("< and > choose the column to sort by, and the title shows it") func columns() {
        var visit = Visit.monitoring(.sessions)
        #expect(visit.line("tx age▼") != nil)
        visit.press("> ")
        #expect(visit.line("query▼") != nil)
        visit.press("< < <")
        #expect(visit.line("state▲") != nil)
        #expect(visit.hintLine.contains("sorted by state"))
    }

    @Test("sorting goes round through all columns on the screen") func round() {
        var visit = Visit.monitoring(.sessions, width: 200)
        for _ in 0..<11 { visit.press(">") }
        #expect(visit.state.monitor.list.sorting?.column == 7)
    }

    @Test("the cursor stays on its session when the list changes") func cursor() {
        var visit = Visit.monitoring(.sessions)
        visit.press("j j")
        #expect(visit.state.monitor.list.selected == "4813")
        var snapshot = MonitorFixture.whole()
        snapshot[SessionsProbe.self] = .value(
            LimitedList(
                [MonitorFixture.session(4700, "active", transaction: 2_000, query: 1, "select 1")] + MonitorFixture.sessions.reversed()),
            asOf: MonitorFixture.takenAt)
        visit.receive(.snapshot(snapshot))
        #expect(visit.state.monitor.list.selected == "4813")
        #expect(visit.state.monitor.list.cursor == 3)
        snapshot[SessionsProbe.self] = .value(
            LimitedList(MonitorFixture.sessions.filter { $0.pid != 4813 }), asOf: MonitorFixture.takenAt)
        visit.receive(.snapshot(snapshot))
        #expect(visit.state.monitor.list.selected == "4820")
    }

    @Test("the filter looks into all of the statement, not only what is on the screen") func filter() {
        var visit = Visit.monitoring(.sessions, width: 80, height: 24)
        visit.press("/")
        visit.type("lineas_pedido")
        #expect(pids(visit) == ["4801"])
    }

    @Test("enter opens the statement whole with all facts") func whole() {
        var visit = Visit.monitoring(.sessions, width: 100, height: 40)
        visit.press("enter")
        for line in MonitorFixture.longQuery.split(separator: "\n") { #expect(visit.line(String(line).trimmed) != nil, "\(line)") }
        for fact in ["ncorrea", "psql", "192.0.2.15", "idle in transaction", "Client:ClientRead", "14 min ago"] {
            #expect(visit.line(fact) != nil, "\(fact)")
        }
        Golden.expect(visit, "monitor/session")
    }

    private func cut() -> (visit: Visit, question: Question) {
        var snapshot = MonitorFixture.whole()
        var session = MonitorFixture.sessions[0]
        session.query = QueryText("select 1", length: 5_000)
        snapshot[SessionsProbe.self] = .value(LimitedList([session]), asOf: MonitorFixture.takenAt)
        var visit = Visit.monitoring(.sessions, snapshots: [snapshot])
        visit.press("enter")
        return (visit, .wholeStatement(database: "1245", .session(pid: 4801, began: session.queryStarted!)))
    }

    @Test("of a statement that was cut the rest is asked for, and shown with the facts") func rest() throws {
        var (visit, question) = cut()
        #expect(visit.line("the first 8 of 5000 characters") != nil)
        #expect(visit.questions == [question])
        visit.answer { $0 == question ? .wholeStatement("select 1\n  from quite_a_lot") : nil }
        #expect(visit.line("from quite_a_lot") != nil)
        #expect(visit.line("the first 8 of") == nil)
        #expect(visit.line("192.0.2.15") != nil)
        visit.press("Y")
        #expect(visit.copied == "select 1\n  from quite_a_lot")
    }

    @Test("a statement that has gone meanwhile leaves its beginning, and says so") func gone() {
        var (visit, question) = cut()
        visit.answer { $0 == question ? .wholeStatement(nil) : nil }
        #expect(visit.line("the first 8 of 5000 characters") != nil)
        #expect(visit.hintLine.contains("not to be had any more"))
    }

    @Test("closing the reader gives the question up") func givenUp() {
        var (visit, _) = cut()
        visit.press("esc")
        #expect(visit.questions.isEmpty)
    }

    @Test("y copies what would cancel the query, says so, and runs nothing") func cancelling() {
        var visit = Visit.monitoring(.sessions)
        visit.press("j")
        #expect(visit.hintLine.contains("y copy pg_cancel_backend"))
        _ = visit.takeEffects()
        visit.press("y")
        #expect(visit.copied == "select pg_cancel_backend(4812)")
        #expect(visit.hintLine.contains("copied select pg_cancel_backend(4812), to run elsewhere"))
        #expect(visit.effects.count == 1)
    }

    @Test("what may not be seen is a question mark with the grant that would show it") func hidden() {
        let visit = Visit.monitoring(.sessions, width: 80, height: 24)
        #expect(visit.line("4840")?.contains("?") == true)
        #expect(visit.screen.joined(separator: " ").contains("GRANT pg_read_all_stats TO \"lectura\""))
    }

    @Test("a session long idle in its transaction, and one behind a lock, stand out") func colours() {
        func role(_ pid: Int32) -> Role? {
            let session = MonitorFixture.sessions.first { $0.pid == pid }!
            return stateWords(
                session.state, since: session.stateChanged, waitsForLock: session.waitEventType == "Lock", isHidden: false,
                now: MonitorFixture.serverTime, rules: AlertRules()
            ).spans.first?.role
        }
        #expect(role(4801) == .bad)
        #expect(role(4831) == .warning)
        #expect(role(4812) == .bad)
        #expect(role(4820) == .good)
        #expect(role(4830) == .muted)
    }

    @Test("columns stay where they are whatever stands in them") func columnsStay() {
        func header(_ sessions: [Session]) -> String? {
            var snapshot = MonitorFixture.whole()
            snapshot[SessionsProbe.self] = .value(LimitedList(sessions), asOf: MonitorFixture.takenAt)
            return Visit.monitoring(.sessions, snapshots: [snapshot]).line("tx age")
        }
        let one = MonitorFixture.session(1, "idle", user: "a", application: "", "")
        let other = MonitorFixture.session(
            4_194_304, "active", user: String(repeating: "u", count: 63), application: String(repeating: "x", count: 63),
            wait: ("LWLock", "WALWriteSomethingLong"), transaction: 9_000_000, query: 9_000_000,
            blockedBy: [4_194_301, 4_194_302, 4_194_303], "select")
        #expect(header([one]) == header([other]))
    }

    @Test("late facts stay with their age") func late() {
        var snapshot = MonitorFixture.whole()
        snapshot[SessionsProbe.self] = .late(last: Aged(LimitedList(MonitorFixture.sessions), asOf: MonitorFixture.takenAt - 12))
        let visit = Visit.monitoring(.sessions, snapshots: [snapshot])
        #expect(visit.screen[0].contains("12 s old"))
        #expect(visit.line("4801") != nil)
        #expect(visit.line("no answer in time, as of 12 s ago") != nil)
    }

    @Test("a page that may not be seen at all tells the grant") func forbidden() {
        var snapshot = MonitorFixture.whole()
        snapshot[SessionsProbe.self] = .forbidden(grant: "GRANT pg_monitor TO \"lectura\"", last: nil)
        let visit = Visit.monitoring(.sessions, snapshots: [snapshot])
        #expect(visit.line("sessions: not permitted: GRANT pg_monitor TO \"lectura\"") != nil)
    }
}
