import PostgresClient

/// pg_get_indexdef of each index of relations, and of relations that are indexes their own, with the predicate, and the exclusion
/// constraint that each serves.
///
/// Waits for a lock even for a plain primary key.
struct IndexDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.indexes) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT i.indrelid AS table_oid, i.indexrelid AS index_oid, pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) AS definition,
              pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
              o.oid AS constraint_oid, pg_catalog.pg_get_constraintdef(o.oid, true) AS constraint_definition
            FROM pg_catalog.pg_index i
              LEFT JOIN pg_catalog.pg_constraint o ON i.indisexclusion AND o.conrelid OPERATOR(pg_catalog.=) i.indrelid
                AND o.conindid OPERATOR(pg_catalog.=) i.indexrelid AND o.contype OPERATOR(pg_catalog.=) 'x'
            WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1) OR i.indexrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let index: OID = try row.value("index_oid")
            let definition: String? = try row.optional("definition")
            let table: OID = try row.value("table_oid")
            definitions[table]?.indexes[index] = definition
            definitions[index]?.indexes[index] = definition
            definitions[index]?.indexPredicate = try row.optional("predicate")
            if let constraint: OID = try row.optional("constraint_oid") {
                let constraintDefinition: String? = try row.optional("constraint_definition")
                definitions[table]?.constraints[constraint] = constraintDefinition
                definitions[index]?.constraints[constraint] = constraintDefinition
            }
        }
    }
}
