import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The SQL behind a pane") struct StatementsTests {
    @Test("the statements behind a pane can be shown, runnable as they stand") func statements() {
        var visit = Visit.describing(20001)
        visit.press("e")
        guard case .reader(let reader) = visit.state.layers.last, let text = reader.text else {
            Issue.record("no reader opened")
            return
        }
        let sql = text.lines.map(\.plainText).joined(separator: "\n")
        #expect(sql.contains("FROM pg_catalog.pg_class c"))
        #expect(sql.contains("20001"))
        #expect(!sql.contains("$1"))
        visit.press("esc S-tab S-tab e")
        #expect(visit.line("FROM pg_catalog.pg_database") != nil)
    }

    @Test("a parameter is written as a literal that quotes what is in it") func literals() {
        let statement = Statement("SELECT $1, $2 || $1, $10", [.name("it's"), .oid(OID(7))])
        #expect(statement.inlined == "SELECT 'it''s'::pg_catalog.name, '7'::pg_catalog.oid || 'it''s'::pg_catalog.name, $10;")
    }

    @Test("a dollar sign within a quoted name or literal is no parameter") func quotedDollars() {
        let statement = Statement("SELECT \"a$1\", '$1', $1 FROM \"it\"\"s $1\"", [.oid(OID(7))])
        #expect(statement.inlined == "SELECT \"a$1\", '$1', '7'::pg_catalog.oid FROM \"it\"\"s $1\";")
    }
}
