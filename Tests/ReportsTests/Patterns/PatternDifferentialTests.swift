import PostgresCatalog
import TestSupport
import Testing

@Suite("A pattern finds what the server's own psql finds, and fails in its words")
struct PatternDifferentialTests {
    private let server: ListServer

    init() throws { server = try ListServer.shared.get() }

    @Test("hundreds of generated patterns give the bytes of psql's lists of relations, on stdout and stderr")
    func relations() throws {
        var generator = PatternGenerator()
        let kinds: [Set<RelationList.Kind>] = [[.tables], [.tables], Set(RelationList.Kind.allCases), [.indexes], RelationList.everything]
        let commands = (0..<600).map { ListCommand.relations(kinds[$0 % kinds.count], generator.next(), isVerbose: $0 % 7 == 0) }
        let equal = try compare(commands, seed: generator.seed)
        #expect(equal.found > 150 && equal.refused > 50, "the generator finds or refuses too little: \(equal)")
    }

    @Test("and of its lists of databases and roles")
    func databasesAndRoles() throws {
        let patterns = [
            "*", "list*", "\"list,mem\"\"ber\"", "NULL", "\"NULL\"", "a.b", "list_(all|closed)", "", "(", "template?", "LIST_ALL",
            "\"LIST_ALL\"", "no",
        ]
        let commands = patterns.flatMap { [ListCommand.databases($0, isVerbose: false), .roles($0, isVerbose: true)] }
        _ = try compare(commands, seed: 0)
    }

    /// How many were answered with a table, and how many with words.
    private func compare(_ commands: [ListCommand], seed: UInt64) throws -> (found: Int, refused: Int) {
        let expected = try server.psql(commands.map(\.psql))
        let printed = try server.printed(commands)
        for ((command, expected), printed) in zip(zip(commands, expected), printed) where printed != expected {
            Issue.record("seed \(seed), \(command.psql) printed:\n\(printed)\nand by psql:\n\(expected)")
        }
        let found = expected.count { !$0.output.isEmpty }
        return (found, expected.count - found)
    }
}
