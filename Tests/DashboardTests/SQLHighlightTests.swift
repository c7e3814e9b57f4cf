import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("Highlighting of SQL") struct SQLHighlightTests {
    /// Each piece of a text with the first letter of its role.
    private func roles(_ sql: String) -> [String] {
        SQLHighlight.roles(ReaderText(outside: sql).lines).map { line in
            line.spans.map { "\($0.role.rawValue.prefix(1)):\($0.text)" }.joined(separator: "|")
        }
    }

    @Test("keywords in capitals, literals, quoted identifiers and comments have their roles") func words() {
        #expect(
            roles("SELECT \"a b\", 'it''s' AS x -- END 'y'\nFROM t") == [
                "k:SELECT|t: |i:\"a b\"|t:, |l:'it''s'|t: |k:AS|t: x |c:-- END 'y'", "k:FROM|t: t",
            ])
    }

    @Test("what goes over several lines keeps its role") func lines() {
        #expect(
            roles("x /* a\n/* b */ c\n*/ 'd\ne' f") == ["t:x |c:/* a", "c:/* b */ c", "c:*/|t: |l:'d", "l:e'|t: f"])
    }

    @Test("what was made visible keeps its role") func escaped() {
        #expect(roles("'a\u{1B}b' SELECT") == ["l:'a|e:\\e|l:b'|t: |k:SELECT"])
    }
}
