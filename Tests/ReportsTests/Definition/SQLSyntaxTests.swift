import DemoCluster
import TestSupport
import Testing

@testable import Reports

@Suite("Names and texts in SQL")
struct SQLSyntaxTests {
    private func rows(_ sql: String) throws -> [[String]] {
        let database = try Fixture.database()
        let text = try TestServer.shared().runSQL(
            "\\pset fieldsep '\\x01'\n\\pset recordsep '\\x02'\n" + sql, database: database)
        return text.split(separator: "\u{02}").map { $0.split(separator: "\u{01}", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("every name of the fixture is written as the server's quote_ident writes it")
    func names() throws {
        let names = try rows(
            "SELECT name, quote_ident(name) FROM (SELECT relname FROM pg_class UNION SELECT attname FROM pg_attribute) AS n (name) WHERE name <> ''"
        )
        #expect(names.filter { SQLSyntax.identifier($0[0]) != $0[1] } == [])
        #expect(names.count > 2000)
    }

    @Test("a keyword that this server reserves is quoted; those of later versions may be as well")
    func keywords() throws {
        let isNewest = try TestServer.shared().majorVersion >= 18
        for word in try rows("SELECT word, quote_ident(word) FROM pg_get_keywords()") {
            let written = SQLSyntax.identifier(word[0])
            #expect(written == word[1] || !isNewest && written == "\"\(word[0])\"")
        }
    }

    @Test("every comment of the fixture is written as the server's quote_literal writes it")
    func literals() throws {
        let texts = try rows("SELECT description, quote_literal(description) FROM pg_description WHERE objoid >= 16384")
        #expect(texts.filter { SQLSyntax.literal($0[0]) != $0[1] } == [])
        #expect(texts.contains { $0[1].hasPrefix("E'") })
    }

    @Test(
        "a default is put in parentheses where an operator that is a word stands outside of any",
        arguments: [
            ("1", "1"), ("'NOT AND'::text", "'NOT AND'::text"), ("NOT true", "(NOT true)"), ("now()", "now()"),
            ("f(a AND b)", "f(a AND b)"), ("a || 'x' COLLATE \"C\"", "(a || 'x' COLLATE \"C\")"),
            ("E'a\\' OR '::text", "E'a\\' OR '::text"),
            ("CURRENT_USER", "CURRENT_USER"), ("'it''s' IS NULL", "('it''s' IS NULL)"), ("\"IS\"(1)", "\"IS\"(1)"),
        ])
    func defaults(expression: String, written: String) { #expect(SQLSyntax.defaultExpression(expression) == written) }
}
