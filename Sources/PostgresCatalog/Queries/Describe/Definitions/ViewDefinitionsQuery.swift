import PostgresClient

/// pg_get_viewdef of views and materialized views.
///
/// Waits also for locks on the tables that a view reads. The server finds a view's text by a statement of its own, whose operators it takes
/// by the session's search_path (pg_get_ruledef as well): where that puts another schema ahead of pg_catalog, psql and pgdeck call what is
/// planted there.
struct ViewDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.view) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard detail > .brief else { return nil }
        return Statement(
            """
            SELECT c.oid AS relation, pg_catalog.pg_get_viewdef(c.oid, true) AS definition
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1) AND c.relkind OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog."char"[])
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.viewDefinition = try row.optional("definition") }
    }
}
