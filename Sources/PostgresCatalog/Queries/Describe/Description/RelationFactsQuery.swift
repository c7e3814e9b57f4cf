import PostgresClient

/// What pg_class says of relations. Those that were dropped and those of a kind that is not known begin no description.
struct RelationFactsQuery: DescriptionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT c.oid, c.relnamespace::pg_catalog.regnamespace AS schema, c.relname, c.oid::pg_catalog.regclass AS regclass,
              c.relkind, c.relpersistence, pg_catalog.pg_get_userbyid(c.relowner) AS owner, c.reltuples,
              \(RelationEstimate.mainForkBytes(detail)),
              (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid OPERATOR(pg_catalog.=) c.relam) AS amname,
              \(traits.contains(.tablespace) ? Self.tablespace : "NULL") AS spcname,
              c.reloptions, c.reltoastrelid,
              (SELECT t.reloptions FROM pg_catalog.pg_class t WHERE t.oid OPERATOR(pg_catalog.=) c.reltoastrelid) AS toast_options,
              \(traits.contains(.typed) ? Self.type : "NULL") AS of_type,
              c.relreplident, c.relrowsecurity, c.relforcerowsecurity, c.relhastriggers, c.relispartition, c.relacl,
              \(traits.contains(.partition) ? Self.ancestors : "NULL") AS ancestors,
              \(detail == .full ? "pg_catalog.current_schemas(false)::pg_catalog.text[]" : "NULL::pg_catalog.text[]") AS search_path,
              \(commentColumn(of: "c.oid", in: "pg_class", detail))
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    private static let tablespace =
        "(SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid OPERATOR(pg_catalog.=) c.reltablespace)"

    private static let type = "CASE WHEN c.reloftype OPERATOR(pg_catalog.<>) 0 THEN c.reloftype::pg_catalog.regtype END"

    private static let ancestors = """
        CASE WHEN c.relispartition THEN ARRAY(SELECT p.relid::pg_catalog.oid
          FROM pg_catalog.pg_partition_ancestors(c.oid) WITH ORDINALITY p(relid, depth)
          WHERE p.relid OPERATOR(pg_catalog.<>) c.oid ORDER BY p.depth) END
        """

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            guard let kind = RelationKind(rawValue: try row.value("relkind")) else { continue }
            let estimate = try RelationEstimate(row, kind: kind, on: server)
            let schema: QuotedName = try row.value("schema")
            let name = RelationName(
                oid: try row.value("oid"), schema: schema.parts[0], name: try row.value("relname"), regclass: try row.value("regclass"))
            let toastTable: OID = try row.value("reltoastrelid")
            var description = RelationDescription(
                relation: name, kind: kind, owner: try row.value("owner"), comment: try row.optional("comment"),
                persistence: try row.value("relpersistence"), estimatedRows: estimate.rows, estimatedBytes: estimate.bytes)
            description.accessMethod = try row.optional("amname")
            description.tablespace = try row.optional("spcname")
            description.options = try row.optional("reloptions") ?? []
            description.toastOptions = try row.optional("toast_options") ?? []
            description.toastTable = toastTable == OID(0) ? nil : toastTable
            description.ofType = try row.optional("of_type")
            description.replicaIdentity = ReplicaIdentity(rawValue: try row.value("relreplident"))
            description.rowSecurity = RowSecurity(
                isEnabled: try row.value("relrowsecurity"), isForced: try row.value("relforcerowsecurity"))
            description.hasTriggers = try row.value("relhastriggers")
            description.isPartition = try row.value("relispartition")
            description.ancestors = try row.optional("ancestors") ?? []
            description.privileges = try row.optional("relacl")
            description.searchPath = try row.optional("search_path") ?? []
            descriptions[name.oid] = description
        }
    }
}
