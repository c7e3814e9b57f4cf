internal import PostgresCatalog

/// The parts of a relation that have a name of their own.
extension JSONValue {
    init(_ index: Index, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("name", .string(index.name)),
            JSONMember("access_method", .string(index.accessMethod)),
            JSONMember("definition", JSONValue(definitions.indexes[index.oid])),
            JSONMember("primary", .bool(index.isPrimary)),
            JSONMember("unique", .bool(index.isUnique)),
            JSONMember("exclusion", .bool(index.isExclusion)),
            JSONMember("valid", .bool(index.isValid)),
            JSONMember("clustered", .bool(index.isClustered)),
            JSONMember("replica_identity", .bool(index.isReplicaIdentity)),
            JSONMember("nulls_not_distinct", .bool(index.isNullsNotDistinct)),
            JSONMember("deferrable", .bool(index.isDeferrable)),
            JSONMember("initially_deferred", .bool(index.isInitiallyDeferred)),
            // An expression has no name.
            JSONMember("keys", .array(index.keys.map { JSONValue($0) })),
            JSONMember("included", JSONValue(index.included)),
            JSONMember("partial", .bool(index.isPartial)),
            JSONMember("tablespace", JSONValue(index.tablespace)),
            JSONMember("description", JSONValue(index.comment)),
        ])
    }

    init(_ constraint: Constraint, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("name", .string(constraint.name)),
            JSONMember("kind", .string(constraint.kind.reportName)),
            JSONMember("definition", JSONValue(constraint.definition ?? definitions.constraints[constraint.oid])),
            JSONMember("relation", JSONValue(constraint.relation)),
            JSONMember("columns", JSONValue(constraint.columns)),
            JSONMember("references", constraint.references.map(JSONValue.init) ?? .null),
            JSONMember("referenced_columns", JSONValue(constraint.referencedColumns)),
            JSONMember("deferrable", .bool(constraint.isDeferrable)),
            JSONMember("initially_deferred", .bool(constraint.isInitiallyDeferred)),
            JSONMember("validated", .bool(constraint.isValidated)),
            JSONMember("enforced", .bool(constraint.isEnforced)),
            JSONMember("no_inherit", .bool(constraint.isNoInherit)),
            JSONMember("description", JSONValue(constraint.comment)),
        ])
    }

    init(_ trigger: Trigger, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("name", .string(trigger.name)),
            JSONMember("definition", JSONValue(trigger.definition ?? definitions.triggers[trigger.oid])),
            JSONMember("fires", JSONValue(trigger.firing.map { "\($0)" })),
            JSONMember(
                "function",
                .object([
                    JSONMember("schema", .string(trigger.function.schema)), JSONMember("name", .string(trigger.function.name)),
                ])),
            JSONMember("inherited_from", trigger.inheritedFrom.map(JSONValue.init) ?? .null),
            JSONMember("description", JSONValue(trigger.comment)),
        ])
    }

    init(_ rule: Rule, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("name", .string(rule.name)),
            JSONMember("event", JSONValue(rule.event.map { "\($0)".uppercased() })),
            JSONMember("instead", .bool(rule.isInstead)),
            JSONMember("fires", JSONValue(rule.firing.map { "\($0)" })),
            JSONMember("definition", JSONValue(definitions.rules[rule.oid])),
            JSONMember("description", JSONValue(rule.comment)),
        ])
    }

    init(_ policy: Policy, _ definitions: RelationDefinitions) {
        let expressions = definitions.policies[policy.oid]
        self = .object([
            JSONMember("name", .string(policy.name)),
            JSONMember("permissive", .bool(policy.isPermissive)),
            JSONMember("command", JSONValue(policy.command.map { "\($0)".uppercased() })),
            // null is PUBLIC.
            JSONMember("roles", JSONValue(policy.roles)),
            JSONMember("using", JSONValue(expressions?.using)),
            JSONMember("check", JSONValue(expressions?.check)),
            JSONMember("description", JSONValue(policy.comment)),
        ])
    }

    init(_ statistics: ExtendedStatistics, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("schema", .string(statistics.schema)),
            JSONMember("name", .string(statistics.name)),
            JSONMember("kinds", JSONValue(statistics.kinds.map(\.reportName))),
            JSONMember("on", JSONValue(definitions.statistics[statistics.oid])),
            JSONMember("target", JSONValue(statistics.statisticsTarget)),
            JSONMember("description", JSONValue(statistics.comment)),
        ])
    }

    init(_ publication: Publication, _ definitions: RelationDefinitions) {
        self = .object([
            JSONMember("name", .string(publication.name)),
            // null is all.
            JSONMember("columns", JSONValue(publication.columns)),
            JSONMember("filter", JSONValue(definitions.publicationFilters[publication.oid])),
        ])
    }
}

extension Constraint.Kind {
    var reportName: String {
        switch self {
        case .check: "check"
        case .foreignKey: "foreign key"
        case .notNull: "not null"
        case .primaryKey: "primary key"
        case .unique: "unique"
        case .exclusion: "exclusion"
        case .trigger: "trigger"
        }
    }
}

extension ExtendedStatistics.Kind {
    fileprivate var reportName: String {
        switch self {
        case .distinct: "ndistinct"
        case .dependencies: "dependencies"
        case .mostCommonValues: "mcv"
        case .expressions: "expressions"
        }
    }
}
