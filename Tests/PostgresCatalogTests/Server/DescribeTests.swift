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
        let columns = try server.description(oid).columns
        let defaults = try server.definitions(oid).defaults
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
        let columns = try server.description(try server.relation("every")).columns
        #expect(columns.map(\.number) == [1, 3, 4, 5, 6, 7, 8, 9])
        #expect(columns.first?.identity == .always)
        #expect(columns[1].identity == .byDefault)
        #expect(columns.first { $0.name == "twice" }?.generation == .stored)
    }

    @Test("a foreign key to a partitioned table is one constraint, whatever copies the server keeps for the partitions")
    func keyToPartitions() throws {
        let constraints = try server.description(try server.relation("of_measured")).constraints
        #expect(constraints.filter { $0.kind == .foreignKey }.map(\.references?.name) == ["measured"])
    }

    @Test("indexes come with keys in order, included columns, predicate and comment")
    func indexes() throws {
        let oid = try server.relation("every")
        let indexes = try server.description(oid).indexes
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
        let indexes = try server.description(oid).indexes
        let definitions = try server.definitions(oid).indexes
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
        let constraints = try server.description(oid).constraints
        let definitions = try server.definitions(oid).constraints
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
        let constraints = try server.description(try server.relation("pointing")).constraints
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
            try server.description(try server.relation(name, in: schema)).referencedBy.map(\.relation.name)
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
        let description = try server.description(oid)
        #expect(description.relation.oid == oid)
        #expect(description.relation.schema == CatalogWorld.schema)
        #expect(description.relation.name == "every")
        #expect(description.kind == .table)
        #expect(description.comment == "has it all")
        #expect(description.columns.count == 8)
        #expect(description.indexes.count == 5)
        #expect(description.referencedBy.count == 1)
    }

    @Test("a batch tells of each relation what it tells of that one alone, in the order asked for")
    func batched() throws {
        let oids = try server.psql("SELECT oid FROM pg_class WHERE relnamespace::regnamespace::text NOT LIKE 'pg\\_%' ORDER BY relname;")
            .compactMap { UInt32($0[0]).map(OID.init(rawValue:)) }
        let descriptions = try server.descriptions(oids)
        let definitions = try server.definitions(oids)
        #expect(descriptions.unavailable == nil)
        #expect(definitions.unavailable == nil)
        #expect(descriptions.descriptions.map(\.relation.oid) == oids)
        for (oid, description) in zip(oids, descriptions.descriptions) {
            #expect(try server.description(oid).withoutActivity == description.withoutActivity)
            #expect(try server.definitions(oid) == definitions.definitions[oid])
        }
        #expect(oids.count > 40)
    }

    @Test("of a relation whose kind is known nothing is left out that it has")
    func kindKnown() throws {
        let oids = try server.psql("SELECT oid FROM pg_class WHERE relnamespace::regnamespace::text NOT LIKE 'pg\\_%';")
            .compactMap { UInt32($0[0]).map(OID.init(rawValue:)) }
        let all = try server.descriptions(oids).descriptions
        for description in all {
            let oid = description.relation.oid
            let traits = RelationTraits(possibleFor: description.kind)
            let (known, defined) = try server.connected { connection in
                (
                    try await connection.descriptions(of: [oid], traits: traits),
                    try await connection.definitions(of: [oid], traits: traits)
                )
            }
            #expect(known.descriptions.map(\.withoutActivity) == [description.withoutActivity])
            #expect(defined.definitions[oid] == (try server.definitions(oid)))
        }
        #expect(all.count == oids.count && all.count > 40)
    }

    @Test("of a relation found by a pattern nothing is left out that it has")
    func found() throws {
        let pattern = try NamePattern("*.*", .schemaAndName, on: server.version, database: CatalogWorld.database)
        // Those of the fixture, with their TOAST tables and the indexes of these.
        let matches = try server.ask(RelationsByPatternQuery(pattern)).filter { $0.oid.rawValue >= 16_384 }
        let oids = matches.map(\.oid)
        let described = try server.descriptions(oids).descriptions
        let defined = try server.definitions(oids).definitions
        let apart = try server.connected { connection in
            var answers: [(DescriptionAnswer, DefinitionAnswer)] = []
            for match in matches {
                answers.append(
                    (
                        try await connection.descriptions(of: [match.oid], traits: match.traits),
                        try await connection.definitions(of: [match.oid], traits: match.traits)
                    ))
            }
            return answers
        }
        #expect(described.map(\.relation.oid) == oids)
        for (description, (alone, definitions)) in zip(described, apart) {
            #expect(alone.descriptions.map(\.withoutActivity) == [description.withoutActivity])
            #expect(definitions.definitions[description.relation.oid] == defined[description.relation.oid])
        }
        #expect(Set(matches.compactMap(\.kind)) == Set(RelationKind.allCases))
    }

    @Test("the sizes sum up, count TOAST and indexes, and are nil where there is no storage")
    func size() throws {
        let oid = try server.relation("every")
        let definitions = try server.definitions(oid)
        let sizes = try #require(definitions.sizes)
        let expected = try server.psql(
            "SELECT pg_total_relation_size(\(oid)), pg_indexes_size(\(oid)), pg_table_size(\(oid));")[0].compactMap { Int64($0) }
        #expect(sizes.total == expected[0])
        #expect(sizes.indexes == expected[1])
        #expect(sizes.heap + sizes.toast == expected[2])
        #expect(sizes.toast > 0)
        #expect(definitions.totalBytes == sizes.total)
        #expect(definitions.indexBytes.count == 5)
        for name in ["seen", "far", "measured"] { #expect(try server.definitions(try server.relation(name)).totalBytes == nil) }
        let children = try server.definitions(try server.relation("measured")).childBytes
        #expect(children.count == (try server.description(try server.relation("measured")).children.filter { $0.kind == .table }.count))
    }

    @Test("a relation that has gone has no description, and no question fails")
    func dropped() throws {
        let gone = OID(4_000_000_001)
        let there = try server.relation("every")
        let answer = try server.descriptions([gone, there])
        #expect(answer.unavailable == nil)
        #expect(answer.descriptions.map(\.relation.oid) == [there])
        let definitions = try server.definitions([gone, there])
        #expect(definitions.unavailable == nil)
        #expect(definitions.definitions[gone] == RelationDefinitions())
        #expect(definitions.definitions[there]?.indexes.count == 5)
    }

    @Test("a role that may not use the schema reads the whole description")
    func withoutRights() throws {
        let oid = try server.relation("every")
        let mine = try server.description(oid)
        var theirs = try server.description(oid, user: "lectura")
        theirs.relation.regclass = mine.relation.regclass
        #expect(theirs.columns.map(\.name) == mine.columns.map(\.name))
        #expect(theirs.indexes == mine.indexes)
        #expect(theirs.constraints.map(\.definition) == mine.constraints.map(\.definition))
        #expect(try server.definitions(oid, user: "lectura").defaults.count == server.definitions(oid).defaults.count)
    }
}

extension RelationDescription {
    /// What changes while one looks at it.
    fileprivate var withoutActivity: RelationDescription {
        var description = self
        description.activity = nil
        return description
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
