import PostgresClient

/// The parameters of sequences (pg_sequence), each with the column that it goes with.
struct SequencesQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.sequence) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT s.seqrelid AS relation, \(SequenceParameters.selectList), d.deptype,
              d.refobjid::pg_catalog.regclass AS owner_regclass, d.refobjid,
              (pg_catalog.pg_identify_object('pg_catalog.pg_class'::pg_catalog.regclass, d.refobjid, d.refobjsubid)).identity AS owner
            FROM pg_catalog.pg_sequence s
              LEFT JOIN pg_catalog.pg_depend d ON d.objid OPERATOR(pg_catalog.=) s.seqrelid
                AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.deptype OPERATOR(pg_catalog.=) ANY ('{a,i}'::pg_catalog."char"[])
                AND d.refobjsubid OPERATOR(pg_catalog.<>) 0
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
            descriptions[relation]?.sequence = try SequenceParameters(row, owner: try Self.owner(row))
        }
    }

    private static func owner(_ row: Row) throws(DecodingFailure) -> SequenceOwner? {
        guard let text: String = try row.optional("owner"), let name = QuotedName(postgresText: text), name.parts.count == 3 else {
            return nil
        }
        return SequenceOwner(
            relation: RelationName(
                oid: try row.value("refobjid"), schema: name.parts[0], name: name.parts[1], regclass: try row.value("owner_regclass")),
            column: name.parts[2], text: text, isIdentity: try row.value("deptype", as: Character.self) == "i")
    }
}
