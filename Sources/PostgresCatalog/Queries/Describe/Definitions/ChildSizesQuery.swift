import PostgresClient

/// The exact sizes of relations' partitions and children, in bytes with TOAST and indexes, by the child.
struct ChildSizesQuery: DefinitionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard detail == .full else { return nil }
        return Statement(
            """
            SELECT i.inhparent AS relation, c.oid AS child, pg_catalog.pg_total_relation_size(c.oid) AS bytes
            FROM pg_catalog.pg_inherits i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.inhrelid
            WHERE i.inhparent OPERATOR(pg_catalog.=) ANY ($1)
              AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m,i}'::pg_catalog."char"[])
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.childBytes[try row.value("child")] = try row.optional("bytes") }
    }
}
