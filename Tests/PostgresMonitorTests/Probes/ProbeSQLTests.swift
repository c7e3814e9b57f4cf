import PostgresClient
import PostgresMonitor
import Testing

@Suite("The SQL of every probe, 13 to 18")
struct ProbeSQLTests {
    /// What the grammar itself resolves, whatever is planted in a schema: expressions, clauses and this project's own aliases.
    private static let grammar: Set<String> = [
        "coalesce", "greatest", "least", "extract", "exists", "any", "all", "filter", "over", "array", "and", "or", "from", "operator",
        "as", "p",
        "select", "in", "by", "materialized",
    ]

    @Test("names every function with its schema", arguments: 13...18)
    func functions(major: Int) {
        for (name, sql) in statements(major) {
            for match in sql.matches(of: /([A-Za-z_."]+) ?\(/) {
                let called = match.1.lowercased()
                let isQualified = called.hasPrefix("pg_catalog.") || called.hasSuffix(".pg_stat_statements")
                #expect(isQualified || Self.grammar.contains(called), "\(name): \(called)")
            }
        }
    }

    @Test("names every operator with its schema", arguments: 13...18)
    func operators(major: Int) {
        for (name, sql) in statements(major) {
            let bare = sql.replacing(/OPERATOR\(pg_catalog\.[-=<>+*\/]+\)/, with: "").replacing("(*)", with: "").replacing(".*", with: "")
            #expect(bare.firstMatch(of: /[-=<>+*\/~!@#%^&|]/) == nil, "\(name): \(bare)")
            #expect(
                bare.firstMatch(of: /(?i)\b(like|ilike|similar|between|nullif|distinct from|using)\b|CASE [a-z.]+ WHEN| IN \(/) == nil,
                "\(name)")
        }
    }

    @Test("names every relation and type with its schema", arguments: 13...18)
    func relations(major: Int) {
        for (name, sql) in statements(major) {
            for match in sql.matches(of: /(?i)(?:\bfrom|\bjoin|::) ?([a-z_."]+)/) {
                let named = match.1.lowercased()
                // An expression in extract(... FROM x.y), and names that WITH and subqueries give.
                let isLocal = named.wholeMatch(of: /[a-z](\..*)?|one|lateral|coalesce/) != nil
                #expect(isLocal || named.hasPrefix("pg_catalog.") || named.hasSuffix("pg_stat_statements"), "\(name): \(named)")
            }
        }
    }

    /// Without string literals, whose contents are the server's.
    private func statements(_ major: Int) -> [(ProbeName, String)] {
        func statement<P: Probe>(_ probe: P.Type) -> String {
            probe.init().statement(on: ServerVersion(major: major)).sql.replacing(/'[^']*'/, with: "''")
        }
        return ProbeRegistry.all.map { ($0.name, statement($0)) }
    }
}
