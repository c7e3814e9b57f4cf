import PostgresClient

/// What stands in each column of relations that are indexes, by number: a name or an expression.
struct IndexColumnsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.index) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT a.attrelid AS relation, a.attnum, pg_catalog.pg_get_indexdef(a.attrelid, a.attnum, true) AS definition
            FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indexrelid
            WHERE i.indexrelid OPERATOR(pg_catalog.=) ANY ($1) AND a.attnum OPERATOR(pg_catalog.>) 0
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.indexColumns[try row.value("attnum")] = try row.optional("definition") }
    }
}
