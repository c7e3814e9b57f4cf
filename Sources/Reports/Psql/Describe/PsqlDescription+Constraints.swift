import PostgresCatalog

extension PsqlDescription {
    var checkFooters: [String] {
        list(
            "Check constraints:",
            relation.constraints.filter { $0.kind == .check }.map { "    \"\($0.name)\" \(definitions.constraints[$0.oid] ?? "")" })
    }

    /// Those defined here, and behind them those of the partitioned tables above.
    var foreignKeyFooters: [String] {
        guard looksForForeignKeys else { return [] }
        return list(
            "Foreign-key constraints:",
            relation.constraints.filter { $0.kind == .foreignKey && $0.parent == nil }.map { "    \"\($0.name)\" \($0.definition ?? "")" }
                + relation.inheritedForeignKeys.map(Self.lineWithTable))
    }

    var referencedByFooters: [String] {
        guard looksForForeignKeys else { return [] }
        return list("Referenced by:", relation.referencedBy.map(Self.lineWithTable))
    }

    var notNullFooters: [String] {
        guard verbose, dialect.listsNotNullConstraints else { return [] }
        let numbers = Dictionary(relation.columns.map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
        let constraints = relation.constraints.filter { $0.kind == .notNull }
            .sorted { numbers[$0.columns.first ?? "", default: 0] < numbers[$1.columns.first ?? "", default: 0] }
        return list("Not-null constraints:", constraints.map(Self.notNullLine))
    }

    private var looksForForeignKeys: Bool {
        !dialect.findsForeignKeysByTriggers || relation.hasTriggers || relation.kind == .partitionedTable
    }

    private static func lineWithTable(_ constraint: Constraint) -> String {
        "    TABLE \"\(constraint.relation.printed)\" CONSTRAINT \"\(constraint.name)\" \(constraint.definition ?? "")"
    }

    private static func notNullLine(_ constraint: Constraint) -> String {
        var line = "    \"\(constraint.name)\" NOT NULL \"\(constraint.columns.first ?? "")\""
        if constraint.isNoInherit {
            line += " NO INHERIT"
        } else if constraint.inheritanceCount != 0 {
            line += constraint.isLocal ? " (local, inherited)" : " (inherited)"
        }
        return constraint.isValidated ? line : line + " NOT VALID"
    }
}
