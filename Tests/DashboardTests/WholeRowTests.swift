import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("A row and a value in full") struct WholeRowTests {
    @Test("enter shows the whole row, v the whole value, y copies it") func whole() {
        var visit = RowsTests.atRows()
        visit.press("enter")
        Golden.expect(visit, "rows-record")
        visit.press("esc l l l l v")
        #expect(visit.screen.contains { $0.contains("\"tags\": [") })
        visit.press("esc y")
        guard case .copy(let text) = visit.takeEffects().last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text == "{\"id\":1,\"tags\":[\"a b\",{}]}")
    }

    @Test("y copies a whole row without the line breaks of the screen") func wholeRowCopied() {
        var visit = RowsTests.atOrders()
        visit.press("9")
        let source = OrderRows.source()
        let long = String(repeating: "a long text ", count: 30)
        let row = DataRow(values: [Datum("1"), nil, Datum(long + "\nin two lines"), nil, nil, Datum("00ff")], locator: .key(["1"]))
        let page = RowPage(columns: source.readable, rows: [row], position: .first, hasPrevious: false, hasNext: false)
        visit.answer { if case .rows = $0 { .rows(RowsFound(source: source, page: page)) } else { nil } }
        visit.press("enter y")
        guard case .copy(let text) = visit.takeEffects().last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text.hasPrefix("customer  integer\n  1\nid  bigint\n  NULL\nnote  text\n  \(long)\n  in two lines\npaid  boolean\n"))
        #expect(text.hasSuffix("raw  bytea\n  \\x00ff\n"))
        #expect(visit.hintLine.contains("copied all 13 lines"))
    }

    @Test("a value that was cut is asked for in full, and only then copied") func cutValue() {
        var visit = RowsTests.atRows()
        visit.press("j j j l l")
        visit.press("v")
        guard case .value("1245", let request) = visit.questions.last else {
            Issue.record("no value was asked for")
            return
        }
        #expect(request.locator == .key(["4"]))
        #expect(request.column.name == "note")
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("and all the rest of it") })
        visit.press("esc v")
        visit.answer { if case .value = $0 { .value(.value(Datum("another row's"))) } else { nil } }
        #expect(visit.screen.contains { $0.contains("it is no longer what the page shows") })
        visit.press("esc v esc")
        #expect(visit.questions.isEmpty)
    }
}
