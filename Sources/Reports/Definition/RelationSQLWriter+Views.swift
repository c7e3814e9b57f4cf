import PostgresCatalog

extension RelationSQLWriter {
    mutating func writeView() {
        guard let source = known(definitions.viewDefinition, "the view's query") else { return }
        let options = SQLSyntax.options(description.options)
        let with = options.isEmpty ? "" : "\nWITH (" + options.joined(separator: ", ") + ")"
        add(.relation, "CREATE \(persistenceWord)VIEW \(name)\(with) AS\n\(withoutSemicolon(source))")
        for column in description.columns where column.hasDefault {
            guard let expression = known(definitions.defaults[column.number], "the default of column \(SQLSyntax.identifier(column.name))")
            else { continue }
            add(
                .relation,
                "ALTER VIEW \(name) ALTER COLUMN \(SQLSyntax.identifier(column.name)) SET DEFAULT \(SQLSyntax.defaultExpression(expression))"
            )
        }
        writeOwner()
    }

    /// WITH NO DATA, as pg_dump writes it, whether it has rows or not: in an empty database there are none to be had, the query may call
    /// what is made later, and nobody waits for it. `\d+` is the same; REFRESH brings the rows.
    mutating func writeMaterializedView() {
        guard let source = known(definitions.viewDefinition, "the view's query") else { return }
        add(.relation, "CREATE MATERIALIZED VIEW \(name)\(storageClauses) AS\n\(withoutSemicolon(source))\nWITH NO DATA")
        for column in description.columns {
            let alter = "\(alterOnly) ALTER COLUMN \(SQLSyntax.identifier(column.name))"
            if let compression = column.compression { add(.relation, "\(alter) SET COMPRESSION \(compression)") }
            writeStorageSettings(column, alter)
        }
        writeOwner()
        writeIndexes()
    }

    mutating func writeCompositeType() {
        let attributes = description.columns.map { column in
            "\(SQLSyntax.identifier(column.name)) \(column.type)" + (column.collationText.map { " COLLATE \($0)" } ?? "")
        }
        add(
            .relation,
            "CREATE TYPE \(name) AS (" + (attributes.isEmpty ? "" : "\n    " + attributes.joined(separator: ",\n    ") + "\n") + ")")
        writeOwner()
    }

    private func withoutSemicolon(_ source: String) -> String { source.hasSuffix(";") ? String(source.dropLast()) : source }
}
