import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The Rows tab") struct RowsTests {
    /// On the table `orders`, described, with the describer in focus.
    static func atOrders(width: Int = 120, height: Int = 40) -> Visit {
        var visit = Visit.connected(width: width, height: height)
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j enter")
        visit.answer(Fixture.answer)
        return visit
    }

    /// With the first page of rows there.
    static func atRows(width: Int = 120, height: Int = 40) -> Visit {
        var visit = atOrders(width: width, height: height)
        visit.press("9")
        visit.answer(Fixture.answer)
        return visit
    }

    private func answer(_ visit: inout Visit, _ source: RowSource) {
        visit.answer { question in
            if case .rows(_, _, let request) = question { .rows(OrderRows.answer(request, from: source)) } else { Fixture.answer(question) }
        }
    }

    @Test("opening the tab reads the first page, and no other tab does") func opening() {
        var visit = Self.atOrders()
        visit.press("] ] ]")
        #expect(visit.rowsAsked.isEmpty)
        visit.press("9")
        #expect(visit.rowsAsked == [RowsRequest()])
    }

    @Test("a cursor that passes in the tree reads no rows while the tab is open: enter does") func passing() {
        var visit = Self.atRows()
        visit.press("S-tab j k")
        visit.wait(.seconds(30))
        visit.answer(Fixture.answer)
        #expect(visit.rowsAsked.isEmpty)
        #expect(visit.screen.contains { $0.contains("enter reads the rows") })
        visit.press("enter")
        #expect(visit.rowsAsked.count == 1)
    }

    @Test("the tab, the relation and the database that are left end the reading", arguments: ["1", "S-tab j", "S-tab S-tab k enter"])
    func leaving(_ keys: String) {
        var visit = Self.atOrders()
        visit.press("9")
        #expect(visit.rowsAsked.count == 1)
        visit.press(keys)
        #expect(visit.rowsAsked.isEmpty)
    }

    @Test("rows by their key's order, NULL unlike the text and the empty text, what is cut with its length") func page() {
        let visit = Self.atRows()
        Golden.expect(visit, "rows-120x40")
        Golden.expect(Self.atRows(width: 80, height: 24), "rows-80x24")
        #expect(visit.screen.contains { $0.contains("page 1 by id; more below") })
    }

    @Test("at its ends a page turns, forward and back") func turning() {
        var visit = Self.atRows()
        visit.press("G")
        #expect(visit.rowsAsked.isEmpty)
        visit.press("j")
        #expect(visit.rowsAsked.map(\.position) == [.after(["200"])])
        #expect(visit.screen.contains { $0.contains("│200 ") })
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("page 2 by id") })
        #expect(visit.state.describer.window.cursor == 0)
        visit.press("k")
        #expect(visit.rowsAsked.map(\.position) == [.before(["201"])])
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("page 1 by id") })
        #expect(visit.state.describer.window.cursor == 199)
        visit.press("G G")
        #expect(visit.rowsAsked.map(\.position) == [.last])
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("last page by id") })
        visit.press("j")
        #expect(visit.rowsAsked.isEmpty)
        visit.press("g k")
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("page 2 from the end by id; more below") })
        visit.press("j")
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("last page by id") })
        visit.press("g g")
        #expect(visit.rowsAsked.map(\.position) == [.first])
        visit.answer(Fixture.answer)
        visit.press("PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn")
        #expect(visit.rowsAsked.map(\.position) == [.after(["200"])])
    }

    @Test("without a key the first page is all there is, and it says so") func noKey() {
        var visit = Self.atOrders()
        visit.press("9")
        answer(&visit, OrderRows.source { $0.facts.key = [] })
        #expect(visit.screen.contains { $0.contains("the first 200 rows only: no primary key to go on by") })
        visit.press("G j")
        #expect(visit.rowsAsked.isEmpty)
        #expect(visit.hintLine.contains("there is no next page: no primary key to go on by"))
    }

    @Test("a page that is all there is counts its rows", arguments: [(1, "the only row by id"), (2, "all 2 rows by id")])
    func onePage(_ count: Int, _ words: String) {
        var visit = Self.atOrders()
        visit.press("9")
        let source = OrderRows.source()
        let page = RowPage(
            columns: source.readable, rows: (1...count).map(OrderRows.row), position: .first, hasPrevious: false, hasNext: false)
        visit.answer { if case .rows = $0 { .rows(RowsFound(source: source, page: page)) } else { nil } }
        #expect(visit.line(words) != nil)
    }

    @Test("a right that is missing is named with what grants it, and enter looks again") func missingRights() {
        var visit = Self.atOrders()
        visit.press("9")
        answer(&visit, OrderRows.source { source in for index in source.columns.indices { source.columns[index].mayRead = false } })
        #expect(visit.screen.contains { $0.contains("lectura has SELECT neither on it nor on any of its columns.") })
        #expect(visit.screen.contains { $0.contains("GRANT SELECT ON public.orders TO lectura") })
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("page 1 by id") })
    }

    @Test("columns that may not be read are left out by name, and row security is told") func hiddenColumns() {
        var visit = Self.atOrders()
        visit.press("9")
        answer(
            &visit,
            OrderRows.source { source in
                source.columns.append(OrderRows.secret)
                source.facts.hasRowSecurity = true
            })
        #expect(visit.screen.contains { $0.contains("no SELECT on secret; row security decides which") })
    }

    @Test("a superuser is asked, in words why, before the rows of a view are read") func consent() {
        let view = OrderRows.source { source in
            source.facts.kind = .view
            source.facts.isSuperuser = true
            source.facts.role = "postgres"
        }
        var visit = Self.atOrders()
        visit.press("9")
        answer(&visit, view)
        #expect(visit.state.describer.rows.page == .notAsked)
        Golden.expect(visit, "rows-consent")
        visit.press("enter")
        #expect(visit.rowsAsked.map(\.hasConsent) == [true])
        answer(&visit, view)
        #expect(visit.state.describer.rows.page.value != nil)
        // Consent is for this relation alone.
        visit.press("S-tab j k enter")
        #expect(visit.rowsAsked.map(\.hasConsent) == [false])
    }

    @Test(
        "an error is told in words with what to try",
        arguments: [
            ("55P03", "locked by another session"), ("55P03", "asked again by itself"), ("57014", "It took longer than a look may take"),
            ("42501", "A right is missing"),
            ("25006", "Reading it would write, which pgdeck never does."),
        ])
    func errors(_ sqlState: String, _ words: String) {
        var visit = Self.atOrders()
        visit.press("9")
        visit.fail(PostgresError(.server, "the server's words", sqlState: sqlState)) { if case .rows = $0 { true } else { false } }
        #expect(visit.screen.contains { $0.contains("the server's words") })
        #expect(visit.screen.contains { $0.contains(words) })
        visit.press("r")
        #expect(visit.rowsAsked.count == 1)
    }

    @Test("rows in view are asked again when the link is back, on their page, those that were being asked for too; others are not")
    func linkIsBack() {
        func cut(_ visit: inout Visit) {
            visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
            visit.receive(.link(.ready(Fixture.server)))
        }
        var visit = Self.atRows()
        visit.press("G j")
        visit.answer(Fixture.answer)
        visit.press("j j")
        cut(&visit)
        #expect(visit.rowsAsked.map(\.position) == [.after(["200"])])
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.window.cursor == 2)
        #expect(visit.line(" old") == nil)
        // A tab that is not in view is left alone.
        visit.press("1")
        cut(&visit)
        #expect(visit.rowsAsked.isEmpty)
        visit = Self.atOrders()
        visit.press("9")
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        #expect(visit.rowsAsked.count == 1)
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.rowsAsked.count == 2)
        // Where a cursor only passes, nothing was asked for.
        visit = Self.atRows()
        visit.press("S-tab j k")
        cut(&visit)
        #expect(visit.rowsAsked.isEmpty)
    }

    @Test(
        "a page stays when the next one fails and when the link goes, with its age and why; what took too long is not read again by itself")
    func stale() {
        var visit = Self.atRows()
        visit.press("G j")
        visit.fail(PostgresError(.server, "canceling statement due to statement timeout", sqlState: "57014")) { _ in true }
        #expect(visit.screen.contains { $0.contains("canceling statement due to statement timeout") })
        #expect(visit.hintLine.contains("It took longer than a look may take"))
        #expect(visit.screen.contains { $0.contains("│200 ") })
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        visit.wait(.seconds(5))
        #expect(visit.screen.contains { $0.contains("5 s old") })
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.rowsAsked.count == 1)
        visit.fail(PostgresError(.server, "canceling statement due to statement timeout", sqlState: "57014")) {
            if case .rows = $0 { true } else { false }
        }
        visit.wait(.seconds(30))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.rowsAsked.isEmpty)
        visit.press("r")
        visit.answer(Fixture.answer)
        #expect(!visit.screen.contains { $0.contains(" old") })
    }

    @Test("a page that was asked for shows its age, and r asks for the same page again") func again() {
        var visit = Self.atRows()
        visit.press("G j")
        visit.answer(Fixture.answer)
        visit.press("j j")
        visit.wait(.seconds(25))
        #expect(visit.screen.contains { $0.contains("read 20 s ago") })
        visit.press("r")
        #expect(visit.rowsAsked.map(\.position) == [.after(["200"])])
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.window.cursor == 2)
        #expect(visit.screen.contains { $0.contains("page 2 by id") })
    }

    @Test("the key's column stays while the others are walked through") func sideways() {
        var visit = Self.atRows(width: 80, height: 24)
        visit.press("l l l l l l l")
        let head = visit.screen.first { $0.contains("raw") } ?? ""
        #expect(head.contains(" id"))
        #expect(!head.contains("customer"))
        visit.press("h h h h h h")
        #expect(visit.screen.contains { $0.contains(" id  customer") })
    }

    @Test(
        "a value too long for the clipboard says so at once, and where it can be read", arguments: [(1_258_291, "1.2 MB"), (40_000, nil)])
    func tooLong(_ length: Int, _ size: String?) {
        var visit = Self.atOrders()
        visit.press("9")
        let source = OrderRows.source()
        let row = DataRow(
            values: [Datum("1"), Datum("1"), Datum("head", wholeLength: length), nil, nil, nil], locator: .key(["1"]))
        let page = RowPage(columns: source.readable, rows: [row], position: .first, hasPrevious: false, hasNext: false)
        visit.answer { if case .rows = $0 { .rows(RowsFound(source: source, page: page)) } else { nil } }
        visit.press("l l y")
        let words =
            size.map { "not copied: \($0) is more than a terminal takes (75 kB); v shows note" } ?? "not copied: only its head is here"
        #expect(visit.hintLine.contains(words))
    }

    @Test("a relation that was dropped says so") func dropped() {
        var visit = Self.atOrders()
        visit.press("9")
        visit.answer { if case .rows = $0 { .rows(RowsFound(source: nil, page: nil)) } else { nil } }
        #expect(visit.screen.contains { $0.contains("the relation no longer exists") })
    }
}

extension Visit {
    var rowsAsked: [RowsRequest] { questions.compactMap { if case .rows(_, _, let request) = $0 { request } else { nil } } }
}
