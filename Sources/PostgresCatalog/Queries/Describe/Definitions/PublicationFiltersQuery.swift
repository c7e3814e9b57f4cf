import PostgresClient

/// The row filters of publications (15 and later) of relations, by the publication.
struct PublicationFiltersQuery: DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.publications) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard server.major >= 15 else { return nil }
        return Statement(
            """
            SELECT t.prrelid AS relation, t.prpubid AS publication, pg_catalog.pg_get_expr(t.prqual, t.prrelid) AS definition
            FROM pg_catalog.pg_publication_rel t
            WHERE t.prrelid OPERATOR(pg_catalog.=) ANY ($1) AND t.prqual IS NOT NULL
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            definitions[try row.value("relation")]?.publicationFilters[try row.value("publication")] = try row.optional("definition")
        }
    }
}
