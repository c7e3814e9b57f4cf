import PostgresClient

/// pg_get_triggerdef of relations' triggers with a WHEN, by the trigger: those that ``TriggersQuery`` leaves out, because printing the
/// expression may wait for a lock.
struct TriggerDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.triggers) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT t.tgrelid AS relation, t.oid, pg_catalog.pg_get_triggerdef(t.oid, true) AS definition
            FROM pg_catalog.pg_trigger t
            WHERE t.tgrelid OPERATOR(pg_catalog.=) ANY ($1) AND t.tgqual IS NOT NULL
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.triggers[try row.value("oid")] = try row.optional("definition") }
    }
}
