import PostgresClient

/// The publications that cover relations (pg_publication) by name: all tables, and from 15 on those of a schema, each with its columns.
/// A row filter must be asked apart: ``PublicationFiltersQuery``.
struct PublicationsQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.publications) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT q.relation, q.oid, q.pubname, q.coverage, q.columns, q.has_filter
            FROM (
              SELECT t.prrelid AS relation, p.oid, p.pubname, 'table' AS coverage, \(Self.columnsAndFilter(on: server))
              FROM pg_catalog.pg_publication p
                JOIN pg_catalog.pg_publication_rel t ON t.prpubid OPERATOR(pg_catalog.=) p.oid
              WHERE t.prrelid OPERATOR(pg_catalog.=) ANY ($1)
              UNION ALL
              SELECT c.oid, p.oid, p.pubname, 'all', NULL, false
              FROM pg_catalog.pg_publication p, pg_catalog.pg_class c
              WHERE p.puballtables AND c.oid OPERATOR(pg_catalog.=) ANY ($1) AND pg_catalog.pg_relation_is_publishable(c.oid)
              \(Self.schemas(on: server))) q
            ORDER BY q.relation, q.pubname, q.has_filter DESC
            """, [.oids(relations)])
    }

    private static func columnsAndFilter(on server: ServerVersion) -> String {
        guard server.major >= 15 else { return "NULL::pg_catalog.name[] AS columns, false AS has_filter" }
        return """
            CASE WHEN t.prattrs IS NOT NULL THEN ARRAY(
                SELECT a.attname FROM pg_catalog.pg_attribute a
                WHERE a.attrelid OPERATOR(pg_catalog.=) t.prrelid
                  AND a.attnum OPERATOR(pg_catalog.=) ANY (t.prattrs::pg_catalog.int2[])
                ORDER BY a.attnum) END AS columns, t.prqual IS NOT NULL AS has_filter
            """
    }

    private static func schemas(on server: ServerVersion) -> String {
        guard server.major >= 15 else { return "" }
        return """
            UNION ALL
              SELECT c.oid, p.oid, p.pubname, 'schema', NULL, false
              FROM pg_catalog.pg_publication p
                JOIN pg_catalog.pg_publication_namespace s ON s.pnpubid OPERATOR(pg_catalog.=) p.oid
                JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) s.pnnspid
              WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1) AND pg_catalog.pg_relation_is_publishable(c.oid)
            """
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let coverage: Publication.Coverage =
                switch try row.value("coverage", as: String.self) {
                case "table": .table
                case "schema": .schema
                default: .allTables
                }
            descriptions[try row.value("relation")]?.publications.append(
                Publication(
                    oid: try row.value("oid"), name: try row.value("pubname"), coverage: coverage, columns: try row.optional("columns"),
                    hasFilter: try row.value("has_filter")))
        }
    }
}
