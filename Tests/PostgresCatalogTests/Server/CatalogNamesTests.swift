import PostgresCatalog
import PostgresClient
import Testing

@Suite("The names of a whole database, slice by slice")
struct CatalogNamesTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    /// All slices, each of at most so many.
    private func all<Element>(_ limit: Int, oid: (Element) -> OID, _ ask: (OID) throws -> [Element]) throws -> [Element] {
        var found: [Element] = []
        var last = OID(0)
        while true {
            let slice = try ask(last)
            found += slice
            guard slice.count == limit, let next = slice.last.map(oid) else { return found }
            #expect(next > last)
            last = next
        }
    }

    @Test("relations come each once with schema and kind, those of pg_toast left out")
    func relations() throws {
        let found = try all(50, oid: \.oid) { try server.ask(CatalogRelationsQuery(CatalogSlice(after: $0, limit: 50)), user: "lectura") }
        let counted = try server.psql("SELECT count(*) FROM pg_class WHERE relnamespace::regnamespace::text NOT LIKE 'pg_toast%'")
        #expect(String(found.count) == counted[0][0])
        #expect(Set(found.map(\.oid)).count == found.count)
        #expect(found.contains { $0.schema == CatalogWorld.schema && $0.name == CatalogWorld.hostileName && $0.kind == .table })
    }

    @Test("columns come in their order without the dropped ones, those of indexes left out")
    func columns() throws {
        let found = try all(50, oid: \.relation) {
            try server.ask(CatalogColumnsQuery(CatalogSlice(after: $0, limit: 50)), user: "lectura")
        }
        let every = try server.relation("every")
        #expect(found.first { $0.relation == every }?.names == ["id", "n", "No", "t", "s", "p", "twice", "r"])
        let hostile = try server.relation(CatalogWorld.hostileName)
        #expect(found.first { $0.relation == hostile }?.names == [CatalogWorld.hostileName, "every"])
        let counted = try server.psql(
            "SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r','p','v','m','f','c')"
        )
        #expect(String(found.reduce(0) { $0 + $1.names.count }) == counted[0][0])
    }

    @Test("functions come with their arguments, kind and language")
    func functions() throws {
        let found = try all(500, oid: \.oid) { try server.ask(CatalogFunctionsQuery(CatalogSlice(after: $0, limit: 500)), user: "lectura") }
        #expect(String(found.count) == (try server.psql("SELECT count(*) FROM pg_proc"))[0][0])
        let lower = try #require(found.first { $0.schema == "pg_catalog" && $0.name == "lower" && $0.arguments == "text" })
        #expect(lower.kind == .function)
        #expect(found.contains { $0.name == "count" && $0.kind == .aggregate })
        #expect(found.contains { $0.name == "row_number" && $0.kind == .window })
    }
}
