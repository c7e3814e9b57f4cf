import PostgresCatalog
import PostgresClient
import Testing

/// A schema ahead of pg_catalog in the search path, with everything planted in it that an unqualified question would call.
@Suite("Objects planted ahead of pg_catalog")
struct PlantedObjectsTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    /// Logs in with a search path of `planted, pg_catalog`.
    private let victim = "victim"

    @Test("an unqualified question would have called them")
    func trapWorks() throws {
        #expect(throws: (any Error).self) { try server.psql("SELECT 1 FROM pg_class WHERE oid = 1::oid;", user: victim) }
    }

    @Test("no question calls them")
    func notCalled() throws {
        let oid = try server.relation("every")
        let schema = try server.schema(CatalogWorld.schema).oid
        #expect(try server.databases(user: victim) == (try server.databases(user: "lectura")))
        #expect(try server.ask(SchemasQuery(), user: victim).map(\.oid) == (try server.ask(SchemasQuery(), user: "lectura")).map(\.oid))
        let relations = RelationsQuery(schema: schema, kinds: RelationKind.allCases)
        #expect(try server.ask(relations, user: victim) == (try server.ask(relations, user: "lectura")))
        let oids = try server.psql("SELECT oid FROM pg_class WHERE relnamespace = \(schema);").compactMap {
            UInt32($0[0]).map(OID.init(rawValue:))
        }
        let descriptions = try server.descriptions(oids, user: victim)
        #expect(descriptions.unavailable == nil)
        #expect(descriptions.descriptions.map(\.columns.count) == (try server.descriptions(oids)).descriptions.map(\.columns.count))
        // Not of views and rules: there the server itself calls operators by the search path.
        let tables = descriptions.descriptions.filter { $0.kind != .view && $0.kind != .materializedView && $0.rules.isEmpty }
            .map(\.relation.oid)
        let definitions = try server.definitions(tables, user: victim)
        #expect(definitions.unavailable == nil)
        #expect(definitions.definitions[oid]?.indexes.count == 5)
        #expect(definitions.definitions.mapValues(\.sizes) == (try server.definitions(tables)).definitions.mapValues(\.sizes))
        #expect(try server.roles(user: victim) == (try server.roles()))
        let database = try #require(try server.ask(DatabasesQuery()).first { $0.name == CatalogWorld.database })
        #expect(try server.ask(DatabaseSizeQuery(database.oid), user: victim) ?? 0 > 0)
        #expect(try server.ask(RelationByNameQuery(schema: CatalogWorld.schema, name: "every"), user: victim) == oid)
    }
}
