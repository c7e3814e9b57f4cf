import PostgresClient

/// The parameters of sequences (pg_sequence), each with the column that it goes with.
struct SequencesQuery: DescriptionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            SELECT s.seqrelid AS relation, pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqmin, s.seqmax,
              s.seqincrement, s.seqcycle, s.seqcache,
              \(RelationName.selectList("owner", class: "c", namespace: "n")), a.attname, d.deptype,
              pg_catalog.quote_ident(n.nspname) OPERATOR(pg_catalog.||) '.' OPERATOR(pg_catalog.||) pg_catalog.quote_ident(c.relname)
                OPERATOR(pg_catalog.||) '.' OPERATOR(pg_catalog.||) pg_catalog.quote_ident(a.attname) AS owner_text
            FROM pg_catalog.pg_sequence s
              LEFT JOIN (pg_catalog.pg_depend d
                  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.refobjid
                  JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                  JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid
                    AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid)
                ON d.objid OPERATOR(pg_catalog.=) s.seqrelid
                AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.deptype OPERATOR(pg_catalog.=) ANY ('{a,i}'::pg_catalog."char"[])
            WHERE s.seqrelid OPERATOR(pg_catalog.=) ANY ($1)
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let relation: OID = try row.value("relation")
            guard descriptions[relation]?.sequence == nil else {
                // Of several owners psql names none.
                descriptions[relation]?.sequence?.owner = nil
                continue
            }
            descriptions[relation]?.sequence = SequenceParameters(
                type: try row.value("type"), start: try row.value("seqstart"), minimum: try row.value("seqmin"),
                maximum: try row.value("seqmax"), increment: try row.value("seqincrement"), cycles: try row.value("seqcycle"),
                cache: try row.value("seqcache"), owner: try Self.owner(row))
        }
    }

    private static func owner(_ row: Row) throws(DecodingFailure) -> SequenceOwner? {
        guard let text: String = try row.optional("owner_text") else { return nil }
        return SequenceOwner(
            relation: try RelationName(row, "owner"), column: try row.value("attname"), text: text,
            isIdentity: try row.value("deptype", as: Character.self) == "i")
    }
}
