import PostgresClient

/// The foreign keys of other relations (or its own) that point at a relation or at what it is a partition of.
///
/// The copies that a foreign key keeps for each partition are left out, as psql does. pg_constraint has no index for this end: it is
/// read whole (15 ms in a database of 100,000 primary keys).
struct ReferencedByQuery: DescriptionPart {
    // Keys of one name come in the order in which the table gives them, as they do in psql.
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            \(Lineage.commonTable)
            \(ConstraintColumns.selectList(on: server))
            FROM lineage l
              JOIN pg_catalog.pg_constraint o ON o.confrelid OPERATOR(pg_catalog.=) l.ancestor
              \(ConstraintColumns.joins)
            WHERE o.contype OPERATOR(pg_catalog.=) 'f' AND o.conparentid OPERATOR(pg_catalog.=) 0
            ORDER BY l.relation, o.conname, o.ctid
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            if let key = try ConstraintColumns.decode(row) { descriptions[try row.value("relation")]?.referencedBy.append(key) }
        }
    }
}
