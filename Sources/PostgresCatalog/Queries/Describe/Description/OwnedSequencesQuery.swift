import PostgresClient

/// The sequences that columns of relations own (pg_depend), with their parameters.
struct OwnedSequencesQuery: DescriptionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard detail == .full else { return nil }
        return Statement(
            """
            SELECT d.refobjid AS relation, \(RelationName.selectList("sequence", of: "d.objid")), d.deptype,
              (SELECT c.relpersistence FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) d.objid) AS relpersistence,
              (SELECT a.attname FROM pg_catalog.pg_attribute a
                WHERE a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid) AS attname,
              \(SequenceParameters.selectList)
            FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_sequence s ON s.seqrelid OPERATOR(pg_catalog.=) d.objid
            WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.refobjid OPERATOR(pg_catalog.=) ANY ($1) AND d.refobjsubid OPERATOR(pg_catalog.<>) 0
              AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.deptype OPERATOR(pg_catalog.=) ANY ('{a,i}'::pg_catalog."char"[])
            ORDER BY d.refobjid, d.refobjsubid, d.objid
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            guard let name = try RelationName.optional(row, "sequence") else { continue }
            let sequence = OwnedSequence(
                relation: name, column: try row.value("attname"), isIdentity: try row.value("deptype", as: Character.self) == "i",
                persistence: try row.value("relpersistence"), parameters: try SequenceParameters(row))
            descriptions[try row.value("relation")]?.ownedSequences.append(sequence)
        }
    }
}
