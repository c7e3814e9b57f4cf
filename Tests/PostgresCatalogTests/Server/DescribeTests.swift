import PostgresCatalog
import PostgresClient
import Testing

@Suite("Descriptions from a real server")
struct DescribeTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    private static let storages: [Character: String] = ["p": "plain", "e": "external", "m": "main", "x": "extended"]

    @Test(
        "columns are those of psql's \\d+",
        arguments: ["every", CatalogWorld.hostileName, "seen", "kept", "measured", "far", "pair_of", "inheriting"])
    func columnsAsInPsql(name: String) throws {
        let oid = try server.relation(name)
        // A newline would end psql's command, so that name is given as a pattern.
        let pattern = name == CatalogWorld.hostileName ? "a?b*é" : CatalogWorld.quoted(name)
        let table = try server.psqlTable("\\d+ \(CatalogWorld.quoted(CatalogWorld.schema)).\(pattern)")
        let columns = try server.ask(ColumnsQuery(oid))
        let defaults = try server.ask(DefaultsQuery(oid))
        #expect(columns.map(\.name) == table.map { $0["Column"] })
        for (column, line) in zip(columns, table) {
            #expect(column.type == line["Type"])
            #expect(column.collation ?? "" == line["Collation"])
            if let nullable = line["Nullable"] { #expect((column.isNotNull ? "not null" : "") == nullable) }
            #expect(column.defaultAsInPsql(defaults[column.number]) == line["Default"])
            #expect(column.hasDefault == (defaults[column.number] != nil))
            if let compression = line["Compression"] { #expect(column.compression ?? "" == compression) }
            if let target = line["Stats target"] { #expect(column.statisticsTarget.map(String.init) ?? "" == target) }
            #expect(column.comment ?? "" == line["Description"])
            if let storage = line["Storage"] { #expect(storage == Self.storages[column.storage]) }
        }
        #expect(!columns.isEmpty)
    }

    @Test("a dropped column leaves a gap in the numbers and no trace in the names")
    func droppedColumn() throws {
        let columns = try server.ask(ColumnsQuery(try server.relation("every")))
        #expect(columns.map(\.number) == [1, 3, 4, 5, 6, 7, 8, 9])
        #expect(columns.first?.identity == .always)
        #expect(columns[1].identity == .byDefault)
        #expect(columns.first { $0.name == "twice" }?.generation == .stored)
    }

    @Test("a foreign key to a partitioned table is one constraint, whatever copies the server keeps for the partitions")
    func keyToPartitions() throws {
        let constraints = try server.ask(ConstraintsQuery(try server.relation("of_measured")))
        #expect(constraints.filter { $0.kind == .foreignKey }.map(\.references?.name) == ["measured"])
    }

    @Test("indexes come with keys in order, included columns, predicate and comment")
    func indexes() throws {
        let oid = try server.relation("every")
        let indexes = try server.ask(IndexesQuery(oid))
        #expect(indexes.first?.name == "every_pkey")
        #expect(indexes.first?.isPrimary == true)
        #expect(
            indexes.dropFirst().map(\.name)
                == indexes.dropFirst().map(\.name).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        let expression = try #require(indexes.first { $0.name == "every_expression" })
        #expect(expression.keys == [nil, "n"])
        #expect(expression.isPartial)
        #expect(expression.comment == "of an expression")
        let unique = try #require(indexes.first { $0.name == "every_t_key" })
        #expect(unique.keys == ["t"])
        #expect(unique.included == ["n"])
        #expect(unique.isUnique && !unique.isPrimary && unique.isValid)
        let exclusion = try #require(indexes.first { $0.name == "no_overlap" })
        #expect(exclusion.isExclusion)
        #expect(exclusion.accessMethod == "gist")
        #expect(indexes.contains { $0.name == CatalogWorld.hostileName + "_idx" && $0.keys == ["No"] })
    }

    @Test("every index has a definition, the one that pg_indexes shows")
    func indexDefinitions() throws {
        let oid = try server.relation("every")
        let indexes = try server.ask(IndexesQuery(oid))
        let definitions = try server.ask(IndexDefinitionsQuery(oid))
        #expect(Set(definitions.keys) == Set(indexes.map(\.oid)))
        let theirs = try server.psql(
            "SELECT indexrelid, pg_get_indexdef(indexrelid, 0, true) FROM pg_index WHERE indrelid = \(oid);")
        #expect(
            Dictionary(uniqueKeysWithValues: definitions.map { ($0.key.description, $0.value) })
                == Dictionary(uniqueKeysWithValues: theirs.map { ($0[0], $0[1]) }))
    }

    @Test("constraints come with columns; keys with their definition, checks and exclusions with theirs when asked apart")
    func constraints() throws {
        let oid = try server.relation("every")
        let constraints = try server.ask(ConstraintsQuery(oid))
        let definitions = try server.ask(ConstraintDefinitionsQuery(oid))
        func constraint(_ name: String) throws -> Constraint { try #require(constraints.first { $0.name == name }) }
        #expect(try constraint("every_pkey").definition == "PRIMARY KEY (id)")
        #expect(try constraint("every_pkey").kind == .primaryKey)
        #expect(try constraint("every_t_key").definition == "UNIQUE (t) INCLUDE (n)")
        let check = try constraint("No is small")
        #expect(check.definition == nil)
        #expect(check.columns == ["No"])
        #expect(definitions[check.oid] == "CHECK (\"No\" < 100::numeric)")
        let exclusion = try constraint("no_overlap")
        #expect(exclusion.definition == nil)
        #expect(definitions[exclusion.oid] == "EXCLUDE USING gist (r WITH &&)")
        #expect(definitions.count == 2)
        #expect(constraints.contains { $0.kind == .notNull } == (server.version.major >= 18))
    }

    @Test("a foreign key says its columns in order, where it points, and whether it was validated")
    func foreignKeys() throws {
        let constraints = try server.ask(ConstraintsQuery(try server.relation("pointing")))
        let pair = try #require(constraints.first { $0.name == "pair" })
        #expect(pair.columns == ["y", "x"])
        #expect(pair.references?.schema == "other")
        #expect(pair.references?.name == "two_keys")
        #expect(pair.relation.schema == CatalogWorld.schema)
        #expect(!pair.isValidated)
        #expect(pair.definition == "FOREIGN KEY (y, x) REFERENCES other.two_keys(b, a) NOT VALID")
    }

    @Test("what points at a relation is listed, also by itself and through its partitioned parent")
    func referencedBy() throws {
        func pointing(at name: String, in schema: String = CatalogWorld.schema) throws -> [String] {
            try server.ask(ReferencedByQuery(try server.relation(name, in: schema))).map(\.relation.name)
        }
        #expect(try pointing(at: "every") == [CatalogWorld.hostileName])
        #expect(try pointing(at: "pointing") == ["pointing"])
        #expect(try pointing(at: "measured") == ["of_measured"])
        #expect(try pointing(at: "measured_2a") == ["of_measured"])
        #expect(try pointing(at: "counted") == [])
    }

    @Test("the parts make one description")
    func assembled() throws {
        let oid = try server.relation("every")
        let facts = try #require(try server.ask(RelationFactsQuery(oid)))
        let description = RelationDescription(
            facts: facts, columns: try server.ask(ColumnsQuery(oid)), indexes: try server.ask(IndexesQuery(oid)),
            constraints: try server.ask(ConstraintsQuery(oid)), referencedBy: try server.ask(ReferencedByQuery(oid)))
        #expect(description.relation == RelationName(oid: oid, schema: CatalogWorld.schema, name: "every"))
        #expect(description.kind == .table)
        #expect(description.comment == "has it all")
        #expect(description.columns.count == 8)
        #expect(description.indexes.count == 5)
        #expect(description.referencedBy.count == 1)
    }

    @Test("the size counts the indexes and is nil where there is no storage")
    func size() throws {
        let oid = try server.relation("counted")
        let expected = try server.psql("SELECT pg_total_relation_size(\(oid));")[0][0]
        #expect(try server.ask(RelationSizeQuery(oid)).map(String.init) == expected)
        for name in ["seen", "far", "measured"] { #expect(try server.ask(RelationSizeQuery(try server.relation(name))) == nil) }
    }

    @Test("a relation that has gone has no facts and nothing else either, and no question fails")
    func dropped() throws {
        let oid = OID(4_000_000_001)
        #expect(try server.ask(RelationFactsQuery(oid)) == nil)
        #expect(try server.ask(ColumnsQuery(oid)).isEmpty)
        #expect(try server.ask(IndexesQuery(oid)).isEmpty)
        #expect(try server.ask(ConstraintsQuery(oid)).isEmpty)
        #expect(try server.ask(ReferencedByQuery(oid)).isEmpty)
        #expect(try server.ask(DefaultsQuery(oid)).isEmpty)
        #expect(try server.ask(IndexDefinitionsQuery(oid)).isEmpty)
        #expect(try server.ask(ConstraintDefinitionsQuery(oid)).isEmpty)
        #expect(try server.ask(RelationSizeQuery(oid)) == nil)
    }

    @Test("a role that may not use the schema reads the whole description")
    func withoutRights() throws {
        let oid = try server.relation("every")
        #expect(try server.ask(RelationFactsQuery(oid), user: "lectura") == (try server.ask(RelationFactsQuery(oid))))
        #expect(try server.ask(IndexesQuery(oid), user: "lectura") == (try server.ask(IndexesQuery(oid))))
        #expect(try server.ask(ColumnsQuery(oid), user: "lectura").map(\.name) == (try server.ask(ColumnsQuery(oid))).map(\.name))
        #expect(try server.ask(DefaultsQuery(oid), user: "lectura").count == (try server.ask(DefaultsQuery(oid))).count)
    }
}

extension Column {
    /// The "Default" column of `\d`.
    fileprivate func defaultAsInPsql(_ expression: String?) -> String {
        switch (identity, generation) {
        case (.always?, _): "generated always as identity"
        case (.byDefault?, _): "generated by default as identity"
        case (_, .stored?): "generated always as (\(expression ?? "")) stored"
        case (_, .virtual?): "generated always as (\(expression ?? ""))"
        default: expression ?? ""
        }
    }
}
