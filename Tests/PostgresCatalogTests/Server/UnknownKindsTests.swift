import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

/// A later server may have kinds that nobody knows of yet; here they are written into the catalog.
@Suite("Kinds that are not known")
struct UnknownKindsTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("are left out, and the rest is told")
    func leftOut() throws {
        let database = try server.cluster.createDatabase(
            "kinds",
            running: """
                CREATE SCHEMA later;
                CREATE TABLE later.known (id integer PRIMARY KEY, amount integer CONSTRAINT odd CHECK (amount > 0));
                CREATE TABLE later.unknown (id integer);
                SET allow_system_table_mods = on;
                UPDATE pg_class SET relkind = 'z' WHERE relname = 'unknown';
                UPDATE pg_constraint SET contype = 'z' WHERE conname = 'odd';
                """)
        let schema = try #require(try server.ask(SchemasQuery(), database: database).first { $0.name == "later" })
        #expect(schema.relationCounts == [.table: 1, .index: 1])
        let known = try server.ask(RelationNamed(schema: "later", name: "known"), database: database)
        let unknown = try server.ask(RelationNamed(schema: "later", name: "unknown"), database: database)
        let described = try server.descriptions([try #require(unknown), try #require(known)], database: database)
        #expect(described.unavailable == nil)
        #expect(described.descriptions.map(\.relation.name) == ["known"])
        #expect(try server.definitions([try #require(unknown)], database: database).unavailable == nil)
        let constraints = try server.description(try #require(known), database: database).constraints
        #expect(constraints.contains { $0.name == "known_pkey" })
        #expect(!constraints.contains { $0.name == "odd" })
    }
}
