import PostgresClient

/// Server and options of foreign tables (pg_foreign_table).
struct ForeignTablesQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.foreignTable) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT f.ftrelid AS relation, s.srvname, w.fdwname,
              (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.option_name) OPERATOR(pg_catalog.||) ' '
                  OPERATOR(pg_catalog.||) pg_catalog.quote_literal(o.option_value), ', ')
                FROM pg_catalog.pg_options_to_table(f.ftoptions) o) AS options
            FROM pg_catalog.pg_foreign_table f
              JOIN pg_catalog.pg_foreign_server s ON s.oid OPERATOR(pg_catalog.=) f.ftserver
              JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid OPERATOR(pg_catalog.=) s.srvfdw
            WHERE f.ftrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            descriptions[try row.value("relation")]?.foreignTable = ForeignTable(
                server: try row.value("srvname"), wrapper: try row.value("fdwname"), options: try row.optional("options"))
        }
    }
}
