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
        let found = try server.compare(commands, seed: generator.seed)
        #expect(found > 150 && commands.count - found > 50, "the generator finds or refuses too little: \(found) found")
    }

    @Test("and of its lists of databases and roles")
    func databasesAndRoles() throws {
        let patterns = [
            "*", "list*", "\"list,mem\"\"ber\"", "NULL", "\"NULL\"", "a.b", "list_(all|closed)", "", "(", "template?", "LIST_ALL",
            "\"LIST_ALL\"", "no",
        ]
        let commands = patterns.flatMap { [ListCommand.databases($0, isVerbose: false), .roles($0, isVerbose: true)] }
        try server.compare(commands)
    }
}
