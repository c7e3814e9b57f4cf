import PostgresCatalog
import PostgresClient

extension PsqlDescription {
    /// Of an index: what it is. A partitioned one names its tablespace further down.
    var indexFooters: [String] {
        guard let index = relation.index, let table = relation.indexedTable else { return [] }
        var text = ""
        if index.isPrimary {
            text += "primary key, "
        } else if index.isUnique {
            text += "unique" + (index.isNullsNotDistinct ? " nulls not distinct" : "") + ", "
        }
        // psql takes it that index and table are in one schema.
        text += "\(index.accessMethod), for table \"\(relation.relation.schema).\(table.name)\""
        if let predicate = definitions.indexPredicate, !predicate.isEmpty { text += ", predicate (\(predicate))" }
        if index.isClustered { text += ", clustered" }
        if !index.isValid { text += ", invalid" }
        if index.isDeferrable { text += ", deferrable" }
        if index.isInitiallyDeferred { text += ", initially deferred" }
        if index.isReplicaIdentity { text += ", replica identity" }
        return relation.kind == .index ? [text] + tablespaceFooters : [text]
    }

    /// The indexes of a table.
    var indexListFooters: [String] { list("Indexes:", relation.indexes.map(line)) }

    private func line(of index: Index) -> String {
        var line = "    \"\(index.name)\""
        if index.constraintKind == .exclusion || index.isWithoutOverlaps {
            line += " " + (index.constraint.flatMap(constraintDefinition) ?? "")
        } else {
            if index.isPrimary {
                line += " PRIMARY KEY,"
            } else if index.isUnique {
                line += index.constraintKind == .unique ? " UNIQUE CONSTRAINT," : " UNIQUE,"
            }
            line += " " + (definitions.indexes[index.oid] ?? "").after(" USING ")
            if index.isDeferrable { line += " DEFERRABLE" }
            if index.isInitiallyDeferred { line += " INITIALLY DEFERRED" }
        }
        if index.isClustered { line += " CLUSTER" }
        if !index.isValid { line += " INVALID" }
        if index.isReplicaIdentity { line += " REPLICA IDENTITY" }
        if let tablespace = index.tablespace { line += ", tablespace \"\(tablespace)\"" }
        return line
    }

    private func constraintDefinition(_ oid: OID) -> String? {
        definitions.constraints[oid] ?? relation.constraints.first { $0.oid == oid }?.definition
    }
}
