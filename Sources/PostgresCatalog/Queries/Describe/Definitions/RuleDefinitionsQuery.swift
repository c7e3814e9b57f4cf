import PostgresClient

/// pg_get_ruledef of relations' rules, by the rule. As in psql's `\d`, a brief description tells no rules of views.
///
/// Waits also for locks on the other tables that a rule names.
struct RuleDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.rules) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT r.ev_class AS relation, r.oid, pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid, true), ';') AS definition
            FROM pg_catalog.pg_rewrite r
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) r.ev_class
            WHERE r.ev_class OPERATOR(pg_catalog.=) ANY ($1) AND r.rulename OPERATOR(pg_catalog.<>) '_RETURN'
              \(detail == .brief ? "AND c.relkind OPERATOR(pg_catalog.<>) 'v'" : "")
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.rules[try row.value("oid")] = try row.optional("definition") }
    }
}
