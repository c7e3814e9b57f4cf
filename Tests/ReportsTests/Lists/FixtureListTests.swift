import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@Suite("A list of the fixture's objects is, byte for byte, what the server's own psql prints")
struct FixtureListTests {
    private let server: ListServer

    init() throws { server = try ListServer.fixture.get() }

    private typealias Made = @Sendable (ListOptions) -> CatalogList

    /// Every list of these tests, by the name that a pattern goes behind.
    private static let lists: [(name: String, list: Made)] = {
        var lists: [(name: String, list: Made)] = [
            ("dx", { .extensions($0) }), ("dx+", { .extensions($0) }), ("db", { .tablespaces($0) }), ("db+", { .tablespaces($0) }),
            ("dp", { .privileges($0) }), ("dpS", { .privileges($0) }), ("drds", { .roleSettings(role: $0.pattern, database: nil) }),
        ]
        for letters in ["", "+", "S", "S+"] {
            lists.append(("dT" + letters, { .types($0) }))
            lists.append(("dn" + letters, { .schemas($0) }))
            lists.append(("df" + letters, { .functions(kinds: "", arguments: [], $0) }))
        }
        for kinds in ["a", "n", "p", "t", "w", "an", "tw", "npw", "anptw"] {
            lists.append(("df" + kinds, { .functions(kinds: kinds, arguments: [], $0) }))
        }
        return lists
    }()

    @Test("without a pattern and with one for all, for a superuser and for a reader", arguments: ["postgres", "fixture_reader"])
    func everything(user: String) throws {
        // All functions of a server are 3,000: once will do, and once with their sources.
        let commands = Self.lists.flatMap { name, list in
            (!name.hasPrefix("df") || name == "df" ? [nil, "*", "*.*"] : [nil]).map { ListCommand(name, [$0], list) }
        }.filter { !["dfS", "dfS+"].contains($0.name) || user == "postgres" }
        let found = try server.compare(commands, user: user)
        #expect(found > commands.count / 3)
    }

    @Test("with generated patterns made of the names of what is listed")
    func patterns() throws {
        let names = try Self.namesOfCatalogs.map { try server.column($0) }
        let schemas = try server.column("SELECT nspname FROM pg_namespace") + ["fixture"]
        var generator = PatternGenerator(names: names.flatMap(\.self), qualifiers: schemas)
        let commands = (0..<12).flatMap { _ in Self.lists.map { name, list in ListCommand(name, [generator.next()], list) } }
        let found = try server.compare(commands.filter { !$0.breaksPsql }, seed: generator.seed)
        #expect(
            found > 200 && commands.count - found > 20, "the generator finds or refuses too little: \(found) of \(commands.count) found")
    }

    @Test("with the name of each thing that is listed, alone and under its schema")
    func names() throws {
        var random = SeededGenerator()
        for (query, lists) in zip(
            Self.namesOfCatalogs, [["df+", "dfS"], ["dT+", "dTS"], ["dn+"], ["dx", "dx+"], ["db"], ["dp"], ["drds"]])
        {
            // Of thousands some dozens, others with another seed.
            let commands = try server.column(query).shuffled(using: &random).prefix(30).flatMap { name in
                let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
                return Self.lists.filter { lists.contains($0.name) }.flatMap { list in
                    [name, quoted, "*." + quoted].map { ListCommand(list.name, [$0], list.list) }
                }
            }
            try server.compare(commands.filter { !$0.breaksPsql }, seed: random.seed)
        }
    }

    @Test("functions by the types of their arguments")
    func arguments() throws {
        let types = [
            "int", "INT", "text", "-", "*", "float", "int4[]", "varchar[]", "pg_catalog.text", "any*", "numeric", "bool[]", "a.b.c.d", "(",
        ]
        let commands = types.flatMap { first in
            [[first], [first, "-"], [first, "*"], ["*", first, "-"], [first, first, first]].flatMap { types in
                [ListCommand("df", ["*e*"] + types) { .functions(kinds: "", arguments: types, $0) }]
            }
        }
        // psql takes them since 14, and until then says on stderr that it does not.
        if server.version.major >= 14 { try server.compare(commands) }
    }

    @Test("settings by role and database")
    func settings() throws {
        let databases = try server.column("SELECT datname FROM pg_database") + ["*", "nowhere", "a.b"]
        let roles =
            try server.column("SELECT DISTINCT rolname FROM pg_roles JOIN pg_db_role_setting ON setrole = pg_roles.oid") + ["*", "nobody"]
        let commands = roles.flatMap { role in
            databases.map { database in ListCommand("drds", [role, database]) { _ in .roleSettings(role: role, database: database) } }
        }
        try server.compare(commands)
    }

    /// The names of functions, types, schemas, extensions, tablespaces, relations, roles.
    private static let namesOfCatalogs = [
        "SELECT DISTINCT proname FROM pg_proc WHERE oid >= 16384", "SELECT DISTINCT typname FROM pg_type WHERE oid >= 16384",
        "SELECT nspname FROM pg_namespace", "SELECT extname FROM pg_extension", "SELECT spcname FROM pg_tablespace",
        "SELECT DISTINCT relname FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'v', 'm', 'S', 'f', 'p')",
        "SELECT rolname FROM pg_roles",
    ]
}

extension ListCommand {
    /// psql puts the pattern of `\dn` between quotes as it is, for the schema's publications: one with a quote in it is an error there.
    fileprivate var breaksPsql: Bool { if case .schemas(let options) = list { options.pattern?.contains("'") ?? false } else { false } }
}

extension ListServer {
    /// The first column of a question's rows; none of the values may hold the mark.
    fileprivate func column(_ sql: String) throws -> [String] {
        let mark = "\u{1}"
        let text = try cluster.runSQL("SELECT string_agg(name::text, '\(mark)') FROM (\(sql)) s(name)", database: database)
        return text.split(separator: mark).map(String.init)
    }
}
