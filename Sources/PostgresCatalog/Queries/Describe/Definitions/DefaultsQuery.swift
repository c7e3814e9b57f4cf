import PostgresClient

/// The defaults and generation expressions of relations (pg_attrdef), by column number.
struct DefaultsQuery: DefinitionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT d.adrelid AS relation, d.adnum, pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) AS definition
            FROM pg_catalog.pg_attrdef d
            WHERE d.adrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.defaults[try row.value("adnum")] = try row.optional("definition") }
    }
}
