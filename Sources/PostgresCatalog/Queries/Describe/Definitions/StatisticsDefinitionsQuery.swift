import PostgresClient

/// What relations' extended statistics are on, by the object: before 14, which knows no expressions, the columns' names.
struct StatisticsDefinitionsQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.extendedStatistics) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT s.stxrelid AS relation, s.oid, \(Self.columns(on: server)) AS definition
            FROM pg_catalog.pg_statistic_ext s
            WHERE s.stxrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { definitions[try row.value("relation")]?.statistics[try row.value("oid")] = try row.optional("definition") }
    }

    private static func columns(on server: ServerVersion) -> String {
        guard server.major < 14 else { return "pg_catalog.pg_get_statisticsobjdef_columns(s.oid)" }
        return """
            (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.place)
              FROM pg_catalog.unnest(s.stxkeys::pg_catalog.int2[]) WITH ORDINALITY k(attnum, place)
                JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) s.stxrelid
                  AND a.attnum OPERATOR(pg_catalog.=) k.attnum AND NOT a.attisdropped)
            """
    }
}
