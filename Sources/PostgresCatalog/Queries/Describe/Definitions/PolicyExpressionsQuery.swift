import PostgresClient

/// The expressions of relations' policies (pg_policy), by the policy.
struct PolicyExpressionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.policies) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT p.polrelid AS relation, p.oid, pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS qualification,
              pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
            FROM pg_catalog.pg_policy p
            WHERE p.polrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            definitions[try row.value("relation")]?.policies[try row.value("oid")] = PolicyExpressions(
                using: try row.optional("qualification"), check: try row.optional("check_expression"))
        }
    }
}
