import PostgresCatalog
import PostgresClient

extension RelationSQLWriter {
    /// `NOT NULL` of a column. From 18 on it is a constraint, which may have a name of its own; one that only the parents brought, that
    /// they bring again; and one that is not validated comes later.
    func notNullClause(_ column: Column) -> String? {
        guard column.isNotNull else { return nil }
        guard let constraint = notNull(column) else { return server.major < 18 ? "NOT NULL" : nil }
        guard !isLeftToParents(constraint), constraint.isValidated else { return nil }
        return named(constraint, column) + "NOT NULL" + (constraint.isNoInherit ? " NO INHERIT" : "")
    }

    /// The checks of CREATE TABLE; from 18 on also a heir's own NOT NULL on a column that the parents bring.
    mutating func checkClauses() -> [String] {
        var clauses: [String] = []
        for constraint in description.constraints where constraint.isValidated && !isLeftToParents(constraint) {
            switch constraint.kind {
            case .check:
                guard let definition = checkDefinition(constraint) else { continue }
                clauses.append("CONSTRAINT \(SQLSyntax.identifier(constraint.name)) \(definition)")
            case .notNull:
                guard createsAsHeir, let column = description.columns.first(where: { $0.name == constraint.columns.first }), !column.isLocal
                else { continue }
                clauses.append(
                    "CONSTRAINT \(SQLSyntax.identifier(constraint.name)) NOT NULL \(SQLSyntax.identifier(column.name))"
                        + (constraint.isNoInherit ? " NO INHERIT" : ""))
            default: continue
            }
        }
        return clauses
    }

    /// What CREATE TABLE would take as valid, as the table is empty.
    mutating func writeLateChecks() {
        for constraint in description.constraints where !constraint.isValidated && !isLeftToParents(constraint) {
            let definition: String? =
                switch constraint.kind {
                case .check: checkDefinition(constraint)
                case .notNull: constraint.definition
                default: nil
                }
            if let definition { add(.relation, "\(alterOnly) ADD CONSTRAINT \(SQLSyntax.identifier(constraint.name)) \(definition)") }
        }
    }

    /// Those of a partitioned table reach its partitions by themselves; their copies are left out.
    mutating func writeForeignKeys() {
        for constraint in description.constraints where constraint.kind == .foreignKey && constraint.parent == nil {
            guard let definition = constraint.definition else { continue }
            let alter = description.kind == .partitionedTable ? "ALTER TABLE \(name)" : alterOnly
            add(.foreignKeys, "\(alter) ADD CONSTRAINT \(SQLSyntax.identifier(constraint.name)) \(definition)")
        }
    }

    private func isLeftToParents(_ constraint: Constraint) -> Bool { createsAsHeir && !constraint.isLocal }

    private func notNull(_ column: Column) -> Constraint? {
        description.constraints.first { $0.kind == .notNull && $0.columns == [column.name] }
    }

    /// The name, unless it is the one that the server would choose.
    private func named(_ constraint: Constraint, _ column: Column) -> String {
        let usual = "\(description.relation.name)_\(column.name)_not_null"
        return constraint.name == usual && usual.utf8.count < 64 ? "" : "CONSTRAINT \(SQLSyntax.identifier(constraint.name)) "
    }

    private mutating func checkDefinition(_ constraint: Constraint) -> String? {
        known(definitions.constraints[constraint.oid], "the check \(SQLSyntax.identifier(constraint.name))")
    }
}
