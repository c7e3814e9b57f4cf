import PostgresClient

/// The rules of relations (pg_rewrite) by name, without the one that makes a view a view. Their text must be asked apart:
/// ``RuleDefinitionsQuery``.
struct RulesQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.rules) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT r.ev_class AS relation, r.oid, r.rulename, r.ev_type, r.ev_enabled, r.is_instead,
              \(commentColumn(of: "r.oid", in: "pg_rewrite", detail))
            FROM pg_catalog.pg_rewrite r
            WHERE r.ev_class OPERATOR(pg_catalog.=) ANY ($1) AND r.rulename OPERATOR(pg_catalog.<>) '_RETURN'
            ORDER BY r.ev_class, r.rulename
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            descriptions[try row.value("relation")]?.rules.append(
                Rule(
                    oid: try row.value("oid"), name: try row.value("rulename"), event: Rule.Event(rawValue: try row.value("ev_type")),
                    firing: Firing(rawValue: try row.value("ev_enabled")), isInstead: try row.value("is_instead"),
                    comment: try row.optional("comment")))
        }
    }
}
