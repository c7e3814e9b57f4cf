import PostgresClient

/// The tables whose values TOAST tables keep. pg_class has no index for it: where a TOAST table is among the relations, it is read whole.
struct ToastOwnersQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.toastTable) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT t.oid AS relation, \(RelationName.selectList("owner", of: "c.oid"))
            FROM pg_catalog.pg_class t
              JOIN pg_catalog.pg_class c ON c.reltoastrelid OPERATOR(pg_catalog.=) t.oid
            WHERE t.oid OPERATOR(pg_catalog.=) ANY ($1) AND t.relkind OPERATOR(pg_catalog.=) 't'
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { descriptions[try row.value("relation")]?.toastOwner = try RelationName.optional(row, "owner") }
    }
}
