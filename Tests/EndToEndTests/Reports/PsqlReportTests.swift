import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("pgdeck as a command prints what psql -c prints: stdout, stderr and exit status")
struct PsqlReportTests {
    let run: ReportRun

    init() throws { run = ReportRun(cluster: try TestServer.shared(), database: try Fixture.database()) }

    private func compare(_ arguments: [String], pattern: String? = nil, with command: String) throws {
        let expected = try run.psql(command)
        let printed = try run.pgdeck(arguments, pattern: pattern)
        if !printed.isEqual(to: expected) {
            Issue.record("pgdeck \(arguments) \(pattern ?? ""): \(printed.difference(from: expected))")
        }
    }

    @Test("every relation of the fixture at once, with + and without")
    func everything() throws {
        try compare(["describe", "*.*"], with: "\\d+ *.*")
        try compare(["describe", "*.*", "--brief"], with: "\\d *.*")
    }

    @Test("the lists of tables, databases and roles")
    func lists() throws {
        try compare(["tables"], with: "\\dt+")
        try compare(["tables", "--brief"], with: "\\dt")
        try compare(["databases", "--brief"], with: "\\l")
        try compare(["roles"], with: "\\du+")
        try compare(["roles", "--brief"], with: "\\du")
        // The databases that other tests work in grow meanwhile.
        for attempt in 1...10 {
            let before = try run.psql("\\l+")
            let printed = try run.pgdeck(["databases"])
            guard try run.psql("\\l+").isEqual(to: before) || attempt == 10 else { continue }
            #expect(printed.isEqual(to: before), "\(printed.difference(from: before))")
            break
        }
    }

    @Test("patterns of all sorts, those that find nothing and those that psql refuses")
    func patterns() throws {
        var random = SeededGenerator()
        let names = try run.cluster.runSQL(
            "SELECT DISTINCT relname FROM pg_class WHERE relkind <> 't' AND relname !~ '^pg_|\\n'", database: run.database)
        var patterns: [String] = []
        for name in names.split(separator: "\n").map(String.init).shuffled(using: &random).prefix(20) {
            let quoted = name.replacing("\"", with: "\"\"")
            patterns += [name, "\"\(quoted)\"", "\(name.prefix(3))*", "*.\(name)"]
        }
        patterns += [
            "", "\"\"", "nowhere", "nowhere.*", "a.b.c", "a.b.c.d", "(", "[", "*.(", "no\\way", "p?_class", "PG_CLASS", "\"PG_CLASS\"",
        ]
        patterns += ["pg_catalog.pg_(class|type)", "\(run.database).pg_catalog.pg_class", ".", "..", "pg_class$", "it's; DROP", "-x"]
        for pattern in patterns {
            try compare(["describe"], pattern: pattern, with: "\\d+ \(psqlArgument(pattern))")
            try compare(["tables"], pattern: pattern, with: "\\dt+ \(psqlArgument(pattern))")
        }
    }

    @Test("a pattern with an unended quote is none")
    func unendedQuote() throws {
        try compare(["describe"], pattern: "\"pg_class", with: "\\d+ \"pg_class")
        try compare(["tables", "--brief"], pattern: "a\"b", with: "\\dt a\"b")
    }
}
