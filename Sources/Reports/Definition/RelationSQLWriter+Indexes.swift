import PostgresCatalog

extension RelationSQLWriter {
    /// The indexes of a table or materialized view, those of its constraints included.
    mutating func writeIndexes() {
        let section: RelationSQL.Section = description.isPartition ? .partitionIndexes : .indexes
        for index in description.indexes { writeIndex(index, of: description.relation, in: section) }
    }

    /// The same of a relation that is an index; that of a TOAST table comes with it.
    mutating func writeOwnIndex() {
        guard let index = description.index, let table = description.indexedTable, !table.schema.hasPrefix("pg_toast") else { return }
        writeIndex(index, of: table, in: .indexes)
        writeIndexComment(index, schema: table.schema)
    }

    mutating func writeIndexComment(_ index: Index, schema: String) {
        guard let comment = index.comment else { return }
        add(.comments, "COMMENT ON INDEX \(SQLSyntax.name(schema, index.name)) IS \(SQLSyntax.literal(comment))")
    }

    private mutating func writeIndex(_ index: Index, of table: RelationName, in section: RelationSQL.Section) {
        let name = SQLSyntax.name(table.schema, index.name)
        let alterTable = "ALTER TABLE ONLY \(SQLSyntax.name(table))"
        if let constraint = index.constraint, let constraintName = index.constraintName {
            let definition = index.constraintDefinition ?? definitions.constraints[constraint]
            guard let definition = known(definition, "the constraint \(SQLSyntax.identifier(constraintName))") else { return }
            add(section, "\(alterTable) ADD CONSTRAINT \(SQLSyntax.identifier(constraintName)) \(definition)")
            if !index.options.isEmpty {
                add(.indexSettings, "ALTER INDEX \(name) SET (\(SQLSyntax.options(index.options).joined(separator: ", ")))")
            }
        } else {
            guard let definition = known(definitions.indexes[index.oid], "the index \(SQLSyntax.identifier(index.name))") else { return }
            add(section, qualified(definition, index, table))
        }
        if let tablespace = index.tablespace {
            add(.indexSettings, "ALTER INDEX \(name) SET TABLESPACE \(SQLSyntax.identifier(tablespace))")
        }
        if let parent = index.attachedTo { add(.indexPartitions, "ALTER INDEX \(SQLSyntax.name(parent)) ATTACH PARTITION \(name)") }
        for (column, target) in index.statisticsTargets.sorted(by: { $0.key < $1.key }) {
            add(.indexSettings, "ALTER INDEX \(name) ALTER COLUMN \(column) SET STATISTICS \(target)")
        }
        if index.isClustered { add(.indexSettings, "ALTER TABLE \(SQLSyntax.name(table)) CLUSTER ON \(SQLSyntax.identifier(index.name))") }
        if index.isReplicaIdentity {
            add(.indexSettings, "\(alterTable) REPLICA IDENTITY USING INDEX \(SQLSyntax.identifier(index.name))")
        }
        if !index.isValid { remark("the index \(name) is invalid") }
    }

    /// The server names the table of an index as the session's search path finds it.
    private func qualified(_ definition: String, _ index: Index, _ table: RelationName) -> String {
        guard let seen = table.regclass else { return definition }
        let beginning = "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(SQLSyntax.identifier(index.name)) ON "
        for only in ["", "ONLY "] where definition.hasPrefix(beginning + only + seen + " USING ") {
            return beginning + only + SQLSyntax.name(table) + definition.dropFirst((beginning + only + seen).count)
        }
        return definition
    }
}
