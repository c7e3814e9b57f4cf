import PostgresClient

/// The exact sizes of relations that have storage, in bytes.
///
/// Waits for a lock on the relation or on any of its indexes. The server counts files: some 30 microseconds each.
struct StorageSizesQuery: DefinitionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard detail == .full else { return nil }
        return Statement(
            """
            SELECT s.relation, s.total, s.toast, s.indexes
            FROM (
              SELECT c.oid AS relation, pg_catalog.pg_total_relation_size(c.oid) AS total,
                coalesce(pg_catalog.pg_total_relation_size(t.oid), 0) AS toast, pg_catalog.pg_indexes_size(c.oid) AS indexes
              FROM pg_catalog.pg_class c
                LEFT JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) c.reltoastrelid
              WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1)
                AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m,t,i,S}'::pg_catalog."char"[])) s
            WHERE s.total IS NOT NULL AND s.indexes IS NOT NULL
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let relation: OID = try row.value("relation")
            let total: Int64 = try row.value("total")
            let toast: Int64 = try row.value("toast")
            let indexes: Int64 = try row.value("indexes")
            definitions[relation]?.totalBytes = total
            definitions[relation]?.sizes = StorageSizes(heap: total - toast - indexes, toast: toast, indexes: indexes, total: total)
        }
    }
}
