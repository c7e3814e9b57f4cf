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
        #expect(try server.ask(RelationFactsQuery(oid), user: victim) == (try server.ask(RelationFactsQuery(oid))))
        #expect(try server.ask(ColumnsQuery(oid), user: victim).map(\.name) == (try server.ask(ColumnsQuery(oid))).map(\.name))
        #expect(try server.ask(IndexesQuery(oid), user: victim) == (try server.ask(IndexesQuery(oid))))
        #expect(try server.ask(ConstraintsQuery(oid), user: victim).map(\.oid) == (try server.ask(ConstraintsQuery(oid))).map(\.oid))
        #expect(try server.ask(ReferencedByQuery(oid), user: victim).count == 1)
        #expect(try server.ask(DefaultsQuery(oid), user: victim).count == (try server.ask(DefaultsQuery(oid))).count)
        #expect(try server.ask(IndexDefinitionsQuery(oid), user: victim).count == 5)
        #expect(try server.ask(ConstraintDefinitionsQuery(oid), user: victim).count == 2)
        #expect(try server.ask(RelationSizeQuery(oid), user: victim) == (try server.ask(RelationSizeQuery(oid))))
        #expect(try server.roles(user: victim) == (try server.roles()))
        let database = try #require(try server.ask(DatabasesQuery()).first { $0.name == CatalogWorld.database })
        #expect(try server.ask(DatabaseSizeQuery(database.oid), user: victim) ?? 0 > 0)
        #expect(try server.ask(RelationByNameQuery(schema: CatalogWorld.schema, name: "every"), user: victim) == oid)
    }
}
