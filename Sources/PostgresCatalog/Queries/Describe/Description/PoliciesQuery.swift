import PostgresClient

/// The row security policies of relations (pg_policy) by name. Their expressions must be asked apart: ``PolicyExpressionsQuery``.
struct PoliciesQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.policies) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT p.polrelid AS relation, p.oid, p.polname, p.polpermissive, p.polcmd,
              CASE WHEN p.polroles OPERATOR(pg_catalog.<>) '{0}'::pg_catalog.oid[]
                THEN ARRAY(SELECT r.rolname FROM pg_catalog.pg_roles r
                  WHERE r.oid OPERATOR(pg_catalog.=) ANY (p.polroles) ORDER BY r.rolname) END AS roles,
              p.polqual IS NOT NULL AS has_using, p.polwithcheck IS NOT NULL AS has_check,
              \(commentColumn(of: "p.oid", in: "pg_policy", detail))
            FROM pg_catalog.pg_policy p
            WHERE p.polrelid OPERATOR(pg_catalog.=) ANY ($1)
            ORDER BY p.polrelid, p.polname
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            descriptions[try row.value("relation")]?.policies.append(
                Policy(
                    oid: try row.value("oid"), name: try row.value("polname"), isPermissive: try row.value("polpermissive"),
                    command: Policy.Command(rawValue: try row.value("polcmd")), roles: try row.optional("roles"),
                    hasUsing: try row.value("has_using"), hasCheck: try row.value("has_check"), comment: try row.optional("comment")))
        }
    }
}
