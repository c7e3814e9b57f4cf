import PostgresClient

/// The keys of partitioned tables, the bounds of partitions, and their constraints (unless brief: those read every ancestor).
struct PartitionDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { !traits.isDisjoint(with: [.partitioned, .partition]) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT c.oid AS relation,
              CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
              CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS bound,
              \(detail == .brief ? "NULL" : "CASE WHEN c.relispartition THEN pg_catalog.pg_get_partition_constraintdef(c.oid) END")
                AS partition_constraint
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1) AND (c.relispartition OR c.relkind OPERATOR(pg_catalog.=) 'p')
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let relation: OID = try row.value("relation")
            definitions[relation]?.partitionKey = try row.optional("partition_key")
            definitions[relation]?.partitionBound = try row.optional("bound")
            definitions[relation]?.partitionConstraint = try row.optional("partition_constraint")
        }
    }
}
