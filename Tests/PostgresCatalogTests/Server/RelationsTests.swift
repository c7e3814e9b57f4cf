import PostgresCatalog
import PostgresClient
import Testing

@Suite("Schemas and relations of a real server")
struct RelationsTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    private static let listed: [RelationKind] = [
        .table, .partitionedTable, .view, .materializedView, .sequence, .foreignTable,
    ]

    @Test("schemas come by name with owner, comment and the right to use them")
    func schemas() throws {
        let schemas = try server.ask(SchemasQuery(), user: "lectura")
        #expect(schemas.filter { !$0.isSystem }.map(\.name) == (try server.psql("\\dn").map { $0[0] }))
        let ours = try #require(schemas.first { $0.name == CatalogWorld.schema })
        #expect(ours.comment == "of the tests")
        #expect(ours.owner == "postgres")
        #expect(!ours.mayUse)
        #expect(schemas.first { $0.name == "other" }?.mayUse == true)
        #expect(schemas.filter(\.isSystem).map(\.name).contains("pg_catalog"))
    }

    @Test("relations are counted by kind")
    func counts() throws {
        let ours = try server.schema(CatalogWorld.schema)
        let counted = try server.psql(
            "SELECT relkind, count(*) FROM pg_class WHERE relnamespace = \(ours.oid) GROUP BY 1;")
        #expect(
            Dictionary(uniqueKeysWithValues: ours.relationCounts.map { (String($0.key.rawValue), String($0.value)) })
                == Dictionary(uniqueKeysWithValues: counted.map { ($0[0], $0[1]) }))
        #expect(ours.relationCounts.count >= 9)
    }

    @Test("names and their order are those of psql's \\dtvmsE")
    func names() throws {
        let schema = try server.schema(CatalogWorld.schema)
        let relations = try server.ask(RelationsQuery(schema: schema.oid, kinds: Self.listed))
        let listed = try server.psql("\\dtvmsE \"the \"\"schema\"\"\".*").map { $0[1] }
        #expect(relations.map(\.name) == listed)
        #expect(listed.contains(CatalogWorld.hostileName))
    }

    @Test("only the kinds asked for are listed")
    func kinds() throws {
        let schema = try server.schema(CatalogWorld.schema)
        for kind in RelationKind.allCases {
            let relations = try server.ask(RelationsQuery(schema: schema.oid, kinds: [kind]))
            #expect(relations.count == schema.relationCounts[kind] ?? 0)
            for relation in relations { #expect(relation.kind == kind) }
        }
    }

    @Test("a partition names its parent across schemas, a child by inheritance does not")
    func partitions() throws {
        let here = try server.ask(RelationsQuery(schema: try server.schema(CatalogWorld.schema).oid, kinds: Self.listed))
        let other = try server.ask(RelationsQuery(schema: try server.schema("other").oid, kinds: Self.listed))
        func relation(_ name: String) throws -> Relation { try #require((here + other).first { $0.name == name }) }
        let parent = try relation("measured").oid
        #expect(try relation("measured_1").partitionOf == parent)
        #expect(try relation("measured_2").partitionOf == parent)
        #expect(try relation("measured_2a").partitionOf == (try relation("measured_2").oid))
        #expect(try relation("measured").partitionOf == nil)
        #expect(try relation("inheriting").partitionOf == nil)
    }

    @Test("an estimate that the server does not have is nil, which is not zero")
    func estimates() throws {
        let relations = try server.ask(RelationsQuery(schema: try server.schema(CatalogWorld.schema).oid, kinds: Self.listed))
        func relation(_ name: String) throws -> Relation { try #require(relations.first { $0.name == name }) }
        #expect(try relation("counted").estimatedRows == 1234)
        #expect(try relation("counted").estimatedBytes ?? 0 > 0)
        #expect(try relation("never_analyzed").estimatedRows == nil)
        #expect(try relation("never_analyzed").estimatedBytes == nil)
        for name in ["seen", "numbers", "far", "measured"] { #expect(try relation(name).estimatedRows == nil) }
        for name in ["seen", "far", "measured"] { #expect(try relation(name).estimatedBytes == nil) }
        let empty = try relation("empty_known")
        // 13 cannot tell an empty table from one it knows nothing about.
        #expect(empty.estimatedRows == (server.version.major >= 14 ? 0 : nil))
    }

    @Test("persistence, owner and comment are the catalog's")
    func attributes() throws {
        let relations = try server.ask(RelationsQuery(schema: try server.schema(CatalogWorld.schema).oid, kinds: [.table]))
        #expect(relations.first { $0.name == "counted" }?.persistence == .unlogged)
        #expect(relations.first { $0.name == "every" }?.persistence == .permanent)
        #expect(relations.first { $0.name == "every" }?.comment == "has it all")
        #expect(relations.first { $0.name == "every" }?.owner == "postgres")
    }
}
