public import PostgresCatalog

extension JSONValue {
    /// All that is known of a relation, every member in every object: what it has not is null or an empty array.
    public init(describing relation: RelationDescription, _ definitions: RelationDefinitions) {
        self = .object(
            Self.facts(of: relation) + Self.parts(of: relation, definitions)
                + [
                    JSONMember("sequence", relation.sequence.map(JSONValue.init) ?? .null),
                    JSONMember("foreign_table", relation.foreignTable.map(JSONValue.init) ?? .null),
                    JSONMember("index", relation.index.map { JSONValue($0, definitions) } ?? .null),
                    JSONMember("index_of", relation.indexedTable.map(JSONValue.init) ?? .null),
                    JSONMember("toast_of", relation.toastOwner.map(JSONValue.init) ?? .null),
                    JSONMember("view_definition", JSONValue(definitions.viewDefinition)),
                    JSONMember("privileges", JSONValue(relation.privileges)),
                    JSONMember("bytes", definitions.sizes.map(JSONValue.init) ?? .null),
                ])
    }

    private static func facts(of relation: RelationDescription) -> [JSONMember] {
        [
            JSONMember("oid", JSONValue(relation.relation.oid)),
            JSONMember("schema", .string(relation.relation.schema)),
            JSONMember("name", .string(relation.relation.name)),
            JSONMember("kind", .string(relation.kind.reportName)),
            JSONMember("owner", .string(relation.owner)),
            JSONMember("description", JSONValue(relation.comment)),
            JSONMember("persistence", .string("\(relation.persistence)")),
            JSONMember("access_method", JSONValue(relation.accessMethod)),
            JSONMember("tablespace", JSONValue(relation.tablespace)),
            JSONMember("options", JSONValue(relation.options)),
            JSONMember("toast_options", JSONValue(relation.toastOptions)),
            JSONMember("of_type", JSONValue(relation.ofType)),
            JSONMember("replica_identity", JSONValue(relation.replicaIdentity?.reportName)),
            JSONMember(
                "row_security",
                .object([
                    JSONMember("enabled", .bool(relation.rowSecurity.isEnabled)),
                    JSONMember("forced", .bool(relation.rowSecurity.isForced)),
                ])),
            JSONMember("estimated_rows", JSONValue(relation.estimatedRows.flatMap { Int64(exactly: $0.rounded()) })),
        ]
    }

    private static func parts(of relation: RelationDescription, _ definitions: RelationDefinitions) -> [JSONMember] {
        [
            JSONMember("columns", .array(relation.columns.map { JSONValue($0, Column.facts(definitions)) })),
            JSONMember("indexes", .array(relation.indexes.map { JSONValue($0, definitions) })),
            JSONMember("constraints", .array(relation.constraints.map { JSONValue($0, definitions) })),
            JSONMember("inherited_foreign_keys", .array(relation.inheritedForeignKeys.map { JSONValue($0, definitions) })),
            JSONMember("referenced_by", .array(relation.referencedBy.map { JSONValue($0, definitions) })),
            JSONMember("triggers", .array(relation.triggers.map { JSONValue($0, definitions) })),
            JSONMember("rules", .array(relation.rules.map { JSONValue($0, definitions) })),
            JSONMember("policies", .array(relation.policies.map { JSONValue($0, definitions) })),
            JSONMember("statistics", .array(relation.statistics.map { JSONValue($0, definitions) })),
            JSONMember("publications", .array(relation.publications.map { JSONValue($0, definitions) })),
            JSONMember("partition_of", partition(relation, definitions)),
            JSONMember("partition_key", JSONValue(definitions.partitionKey)),
            JSONMember("inherits", .array(relation.inherits.map(JSONValue.init))),
            JSONMember("children", .array(relation.children.map { JSONValue($0, definitions) })),
        ]
    }

    private static func partition(_ relation: RelationDescription, _ definitions: RelationDefinitions) -> JSONValue {
        guard let parent = relation.partitionOf else { return .null }
        return .object([
            JSONMember("schema", .string(parent.relation.schema)),
            JSONMember("name", .string(parent.relation.name)),
            JSONMember("bound", JSONValue(definitions.partitionBound)),
            JSONMember("constraint", JSONValue(definitions.partitionConstraint)),
            JSONMember("detach_pending", .bool(parent.isDetachPending)),
        ])
    }

    init(_ relation: RelationName) {
        self = .object([JSONMember("schema", .string(relation.schema)), JSONMember("name", .string(relation.name))])
    }

    private init(_ child: ChildRelation, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("schema", .string(child.relation.schema)),
            JSONMember("name", .string(child.relation.name)),
            JSONMember("kind", JSONValue(child.kind?.reportName)),
            JSONMember("partition", .bool(child.isPartition)),
            JSONMember("bound", JSONValue(definitions.childBounds[child.relation.oid])),
            JSONMember("detach_pending", .bool(child.isDetachPending)),
            JSONMember("estimated_rows", JSONValue(child.estimatedRows.flatMap { Int64(exactly: $0.rounded()) })),
        ])
    }

    private init(_ sequence: SequenceParameters) {
        self = .object([
            JSONMember("type", .string(sequence.type)),
            JSONMember("start", .integer(sequence.start)),
            JSONMember("minimum", .integer(sequence.minimum)),
            JSONMember("maximum", .integer(sequence.maximum)),
            JSONMember("increment", .integer(sequence.increment)),
            JSONMember("cycle", .bool(sequence.cycles)),
            JSONMember("cache", .integer(sequence.cache)),
            JSONMember(
                "owned_by",
                sequence.owner.map { owner in
                    .object([
                        JSONMember("schema", .string(owner.relation.schema)), JSONMember("name", .string(owner.relation.name)),
                        JSONMember("column", .string(owner.column)), JSONMember("identity", .bool(owner.isIdentity)),
                    ])
                } ?? .null),
        ])
    }

    private init(_ table: ForeignTable) {
        self = .object([
            JSONMember("server", .string(table.server)), JSONMember("wrapper", .string(table.wrapper)),
            JSONMember("options", JSONValue(table.options)),
        ])
    }

    private init(_ sizes: StorageSizes) {
        self = .object([
            JSONMember("heap", .integer(sizes.heap)), JSONMember("toast", .integer(sizes.toast)),
            JSONMember("indexes", .integer(sizes.indexes)), JSONMember("total", .integer(sizes.total)),
        ])
    }
}

extension ReplicaIdentity {
    fileprivate var reportName: String {
        switch self {
        case .byDefault: "default"
        case .nothing: "nothing"
        case .full: "full"
        case .index: "index"
        }
    }
}
