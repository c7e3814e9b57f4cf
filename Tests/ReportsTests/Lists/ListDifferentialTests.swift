import PostgresCatalog
import Testing

@Suite("A list is, byte for byte, what the server's own psql prints")
struct ListDifferentialTests {
    private let server: ListServer

    init() throws { server = try ListServer.shared.get() }

    @Test(
        "every command of \\dt and its like, with S and + and without, for a superuser and for a reader",
        arguments: ["postgres", "list_lectura"])
    func relations(user: String) throws {
        let kinds: [Set<RelationList.Kind>] =
            RelationList.Kind.allCases.map { [$0] } + [RelationList.everything, [.tables, .indexes], [.views, .sequences]]
        let commands = kinds.flatMap { kinds in
            [false, true].flatMap { isVerbose in
                [
                    ListCommand.relations(kinds, nil, isVerbose: isVerbose),
                    .relations(kinds, nil, isVerbose: isVerbose, showsSystem: true),
                    .relations(kinds, "*.*", isVerbose: isVerbose),
                    .relations(kinds, "nowhere.*", isVerbose: isVerbose),
                ]
            }
        }
        try server.compare(commands, user: user)
    }

    @Test("\\l and \\du, with + and without, for a superuser and for a reader", arguments: ["postgres", "list_lectura"])
    func databasesAndRoles(user: String) throws {
        try server.compare([false, true].flatMap { [.databases(nil, isVerbose: $0), .roles(nil, isVerbose: $0)] }, user: user)
    }
}
