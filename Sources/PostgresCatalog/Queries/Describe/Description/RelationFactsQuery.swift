import PostgresClient

/// What pg_class says of relations. Those that were dropped and those of a kind that is not known begin no description.
struct RelationFactsQuery: DescriptionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            SELECT \(RelationName.selectList("relation", class: "c", namespace: "n")),
              c.relkind, c.relpersistence, pg_catalog.pg_get_userbyid(c.relowner) AS owner, d.description AS comment, c.reltuples,
              c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.*) pg_catalog.current_setting('block_size')::pg_catalog.int8
                AS main_fork_bytes,
              m.amname, s.spcname, c.reloptions, t.oid AS toast_table, t.reloptions AS toast_options,
              CASE WHEN c.reloftype OPERATOR(pg_catalog.<>) 0 THEN c.reloftype::pg_catalog.regtype END AS of_type,
              c.relreplident, c.relrowsecurity, c.relforcerowsecurity, c.relhastriggers, c.relispartition, c.relacl
            FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
              LEFT JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) c.reltoastrelid
              LEFT JOIN pg_catalog.pg_am m ON m.oid OPERATOR(pg_catalog.=) c.relam
              LEFT JOIN pg_catalog.pg_tablespace s ON s.oid OPERATOR(pg_catalog.=) c.reltablespace
              \(commentJoin(of: "c.oid", in: "pg_class"))
            WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            guard let kind = RelationKind(rawValue: try row.value("relkind")) else { continue }
            let estimate = try RelationEstimate(row, kind: kind, on: server)
            let name = try RelationName(row, "relation")
            var description = RelationDescription(
                relation: name, kind: kind, owner: try row.value("owner"), comment: try row.optional("comment"),
                persistence: try row.value("relpersistence"), estimatedRows: estimate.rows, estimatedBytes: estimate.bytes)
            description.accessMethod = try row.optional("amname")
            description.tablespace = try row.optional("spcname")
            description.options = try row.optional("reloptions") ?? []
            description.toastOptions = try row.optional("toast_options") ?? []
            description.toastTable = try row.optional("toast_table")
            description.ofType = try row.optional("of_type")
            description.replicaIdentity = ReplicaIdentity(rawValue: try row.value("relreplident"))
            description.rowSecurity = RowSecurity(
                isEnabled: try row.value("relrowsecurity"), isForced: try row.value("relforcerowsecurity"))
            description.hasTriggers = try row.value("relhastriggers")
            description.isPartition = try row.value("relispartition")
            description.privileges = try row.optional("relacl")
            descriptions[name.oid] = description
        }
    }
}
