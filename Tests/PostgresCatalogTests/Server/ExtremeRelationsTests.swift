import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@Suite("Descriptions of what is large, closed or gone")
struct ExtremeRelationsTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("1600 columns come in their order")
    func manyColumns() throws {
        let database = try Fixture.database()
        let wide = try #require(try server.ask(RelationNamed(schema: "public", name: "wide"), database: database))
        let columns = try server.description(wide, database: database).columns
        #expect(columns.map(\.number) == Array(1...1600))
        #expect(Set(columns.map(\.name)).count == 1600)
    }

    @Test("1000 partitions come each with its bound and its size")
    func manyPartitions() throws {
        let database = try Fixture.database()
        let many = try #require(try server.ask(RelationNamed(schema: "public", name: "many"), database: database))
        let children = try server.description(many, database: database).children
        let definitions = try server.definitions(many, database: database)
        #expect(children.count == 1000)
        #expect(children.allSatisfy { $0.isPartition && $0.kind == .table })
        #expect(Set(definitions.childBounds.keys) == Set(children.map(\.relation.oid)))
        #expect(Set(definitions.childBytes.keys) == Set(children.map(\.relation.oid)))
        let one = try server.description(try #require(children.first).relation.oid, database: database)
        #expect(one.partitionOf?.relation.name == "many")
        #expect(one.ancestors == [many])
    }

    @Test("a right that was revoked takes away the facts it gives, and is named")
    func revokedRights() throws {
        let database = try server.cluster.createDatabase(
            "revoked",
            running: """
                CREATE TABLE guarded (a integer PRIMARY KEY);
                CREATE POLICY own ON guarded USING (a > 0);
                CREATE VIEW seen AS SELECT 1 AS one;
                REVOKE SELECT ON pg_catalog.pg_policy FROM PUBLIC;
                REVOKE EXECUTE ON FUNCTION pg_catalog.pg_get_viewdef(oid, boolean) FROM PUBLIC;
                """)
        let guarded = try #require(try server.ask(RelationNamed(schema: "public", name: "guarded"), database: database))
        let seen = try #require(try server.ask(RelationNamed(schema: "public", name: "seen"), database: database))
        let answer = try server.descriptions([guarded], user: "lectura", database: database)
        #expect(answer.unavailable?.sqlState == "42501")
        #expect(answer.unavailable?.message.contains("pg_policy") == true)
        #expect(answer.descriptions.first?.columns.map(\.name) == ["a"])
        #expect(answer.descriptions.first?.indexes.count == 1)
        #expect(answer.descriptions.first?.policies == [])
        #expect(try server.description(guarded, database: database).policies.map(\.name) == ["own"])
        let definitions = try server.definitions([seen], user: "lectura", database: database)
        #expect(definitions.unavailable?.sqlState == "42501")
        #expect(try server.definitions(seen, database: database).viewDefinition == " SELECT 1 AS one;")
    }

    @Test("a relation that is dropped between both parts has empty definitions, and that is no failure")
    func droppedBetween() throws {
        let database = try server.cluster.createDatabase("dropped", running: "CREATE TABLE brief (a integer DEFAULT 1 PRIMARY KEY)")
        let oid = try #require(try server.ask(RelationNamed(schema: "public", name: "brief"), database: database))
        #expect(try server.description(oid, database: database).indexes.count == 1)
        try server.cluster.runSQL("DROP TABLE brief", database: database)
        #expect(try server.definitions(oid, database: database) == RelationDefinitions())
        #expect(try server.descriptions([oid], database: database) == DescriptionAnswer(descriptions: []))
    }
}
