import PostgresClient

/// pg_get_indexdef of each index of relations, and of relations that are indexes their own with the predicate.
///
/// Waits for a lock even for a plain primary key.
struct IndexDefinitionsQuery: DefinitionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            SELECT i.indrelid AS table_oid, i.indexrelid AS index_oid, pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) AS definition,
              pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate
            FROM pg_catalog.pg_index i
            WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1) OR i.indexrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let index: OID = try row.value("index_oid")
            let definition: String? = try row.optional("definition")
            definitions[try row.value("table_oid")]?.indexes[index] = definition
            definitions[index]?.indexes[index] = definition
            definitions[index]?.indexPredicate = try row.optional("predicate")
        }
    }
}
