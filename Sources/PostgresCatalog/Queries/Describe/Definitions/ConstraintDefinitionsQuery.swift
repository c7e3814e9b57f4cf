import PostgresClient

/// pg_get_constraintdef of relations' checks and exclusions, by the constraint: those that ``ConstraintsQuery`` leaves out, because
/// printing them may wait for a lock.
struct ConstraintDefinitionsQuery: DefinitionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            SELECT o.conrelid AS relation, o.oid, pg_catalog.pg_get_constraintdef(o.oid, true) AS definition
            FROM pg_catalog.pg_constraint o
            WHERE o.conrelid OPERATOR(pg_catalog.=) ANY ($1) AND o.contype OPERATOR(pg_catalog.=) ANY ('{c,x}'::pg_catalog."char"[])
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.constraints[try row.value("oid")] = try row.optional("definition") }
    }
}
