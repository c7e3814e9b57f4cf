import PostgresClient

/// The exact sizes of relations' indexes, in bytes, by the index.
struct IndexSizesQuery: DefinitionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard detail == .full else { return nil }
        return Statement(
            """
            SELECT i.indrelid AS relation, i.indexrelid AS index_oid, pg_catalog.pg_relation_size(i.indexrelid) AS bytes
            FROM pg_catalog.pg_index i
            WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.indexBytes[try row.value("index_oid")] = try row.optional("bytes") }
    }
}
