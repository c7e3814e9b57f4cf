import PostgresClient

/// The bounds of relations' partitions, by the partition.
struct ChildBoundsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.partitioned) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT i.inhparent AS relation, c.oid AS child, pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS definition
            FROM pg_catalog.pg_inherits i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.inhrelid
            WHERE i.inhparent OPERATOR(pg_catalog.=) ANY ($1) AND c.relpartbound IS NOT NULL
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.childBounds[try row.value("child")] = try row.optional("definition") }
    }
}
