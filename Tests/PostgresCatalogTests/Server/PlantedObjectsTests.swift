import Foundation
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
    }

    @Test("no question outside of a description calls them: each is asked, with every clause that it may have")
    func everyQuestion() throws {
        let every = try server.relation("every")
        let function = OID(870)
        let version = server.version
        let (victim, world) = (victim, CatalogWorld.database)
        let name = try NamePattern("ev*", .name, on: version, database: world)
        let relation = try NamePattern("*.ev[e]r?", .schemaAndName, on: version, database: world)
        // The size of any other takes a right.
        let ownTablespace = try NamePattern("pg_default", .name, on: version, database: world)
        let schema = try NamePattern("o*", .schema, on: version, database: world)
        let typeName = try NamePattern(type: "pg_catalog.int*", on: version, database: world)
        var questions: [any Query] = [
            DatabasesQuery(), DatabaseSizeQuery(OID(1)), SchemasQuery(), RelationsQuery(schema: OID(11), kinds: RelationKind.allCases),
            FunctionFactsQuery(function), FunctionDefinitionQuery(function), RelationNamesQuery(schema: nil, prefix: "e"),
            RelationNamesQuery(schema: "other", prefix: "E"), RoleNamesQuery(prefix: "v"), FunctionNamesQuery(schema: nil, prefix: "e"),
            FunctionNamesQuery(schema: "other", prefix: "E"), RowSourceFactsQuery(every),
            RowColumnsQuery(every), RelationsByPatternQuery(relation), SchemaPublicationsQuery(schema: "other"),
            ExtensionContentsQuery(), ExtensionContentsQuery(pattern: name), RoleSettingsQuery(),
            RoleSettingsQuery(role: name, database: name),
        ]
        let slice = CatalogSlice(after: OID(0), limit: 50)
        questions += [CatalogRelationsQuery(slice), CatalogFunctionsQuery(slice), CatalogColumnsQuery(slice)] as [any Query]
        let arguments: [FunctionList.Argument] = version.major < 14 ? [] : [.type(typeName), .absent]
        for isVerbose in [false, true] {
            for (name, relation, schema, typeName) in [(nil, nil, nil, nil), (name, relation, schema, typeName)] {
                questions +=
                    [
                        DatabaseListQuery(pattern: name, isVerbose: isVerbose),
                        TablespaceListQuery(pattern: isVerbose ? ownTablespace : name, isVerbose: isVerbose),
                        TypeListQuery(pattern: typeName, isVerbose: isVerbose, showsSystem: !isVerbose, showsArrays: isVerbose),
                        RelationListQuery(RelationList(Set(RelationList.Kind.allCases), pattern: relation, isVerbose: isVerbose)),
                        FunctionListQuery(
                            FunctionList([], pattern: relation, arguments: arguments, isVerbose: isVerbose, showsSystem: !isVerbose)),
                        RoleListQuery(pattern: name, showsSystem: isVerbose), SchemaListQuery(pattern: schema, showsSystem: isVerbose),
                        ExtensionListQuery(pattern: name), RelationPrivilegesQuery(pattern: relation, showsSystem: isVerbose),
                    ] as [any Query]
            }
        }
        for question in questions {
            func ask(_ question: some Query) throws { _ = try server.ask(question, user: victim) }
            #expect(throws: Never.self, "\(type(of: question))") { try ask(question) }
        }
        #expect(throws: Never.self) { _ = try server.lockHolders([every], user: victim) }

        // None was forgotten: each that this room has, but for the one asked just now and those of rows, asked below, stands in the list.
        let asked = Set(questions.map { "\(type(of: $0))" })
        let others: Set = ["LockHoldersQuery", "RowPageQuery", "WholeValueQuery"]
        #expect(try Self.declared() == asked.union(others))
    }

    @Test("the questions for rows call none of them, whichever way the pages go") func rows() throws {
        let scene = try RowsScene(
            PlantedObjects.sql(role: "rows_victim") + """
                CREATE TABLE public.t (a integer, b text, c timestamptz, d jsonb, e bytea, f numeric[], PRIMARY KEY (a, b));
                INSERT INTO public.t SELECT n, repeat('x', n * 40), now(), '{"a": 1}', 'abc', '{1,2}' FROM generate_series(1, 250) n;
                CREATE TABLE public.keyless AS SELECT * FROM public.t;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO rows_victim;
                """)
        let victim = "rows_victim"
        for table in ["public.t", "public.keyless"] {
            let first = try scene.page(table, user: victim)
            #expect(first.rows.count > 1)
            for column in first.columns {
                #expect(throws: Never.self) { _ = try scene.value(column.name, of: 1, table, user: victim) }
            }
            #expect(try !scene.page(table, .last, user: victim).rows.isEmpty || table == "public.keyless")
            guard case .key(let key)? = first.rows.last?.locator else { continue }
            #expect(try !scene.page(table, .after(key), user: victim).rows.isEmpty)
            #expect(try !scene.page(table, .before(key), user: victim).rows.isEmpty)
        }
    }

    /// The types that conform to a query in this room's folder of them, but for the parts of a description.
    private static func declared() throws -> Set<String> {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/PostgresCatalog/Queries")
        var names: Set<String> = []
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            names.formUnion(text.matches(of: /struct (\w+): (?:Row)?Query\b/).map { String($0.output.1) })
        }
        return names
    }
}
