import PostgresClient

/// pg_get_constraintdef of relations' checks, by the constraint: ``ConstraintsQuery`` leaves them out, because printing them may wait for a
/// lock. So does that of exclusions, which comes with ``IndexDefinitionsQuery``.
struct ConstraintDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.checks) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT o.conrelid AS relation, o.oid, pg_catalog.pg_get_constraintdef(o.oid, true) AS definition
            FROM pg_catalog.pg_constraint o
            WHERE o.conrelid OPERATOR(pg_catalog.=) ANY ($1) AND o.contype OPERATOR(pg_catalog.=) 'c'
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.constraints[try row.value("oid")] = try row.optional("definition") }
    }
}
