import PostgresClient

/// The constraints that relations carry (pg_constraint) and the foreign keys of what they are partitions of, by name. From 18 on not-null
/// constraints are among them. Left out are the copies that the server keeps for each partition of the table that a foreign key points at.
/// The definitions of checks and exclusions must be asked apart: ``ConstraintDefinitionsQuery``.
struct ConstraintsQuery: DescriptionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            \(Lineage.commonTable)
            \(ConstraintColumns.selectList(on: server))
            FROM lineage l
              JOIN pg_catalog.pg_constraint o ON o.conrelid OPERATOR(pg_catalog.=) l.ancestor
              \(ConstraintColumns.joins)
            WHERE CASE WHEN o.conrelid OPERATOR(pg_catalog.=) l.relation
              THEN NOT (o.contype OPERATOR(pg_catalog.=) 'f' AND EXISTS (
                SELECT FROM pg_catalog.pg_constraint AS p
                WHERE p.oid OPERATOR(pg_catalog.=) o.conparentid AND p.conrelid OPERATOR(pg_catalog.=) o.conrelid))
              ELSE o.contype OPERATOR(pg_catalog.=) 'f' AND o.conparentid OPERATOR(pg_catalog.=) 0 END
            ORDER BY l.relation, o.conname, o.ctid
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            guard let constraint = try ConstraintColumns.decode(row) else { continue }
            let relation: OID = try row.value("relation")
            if constraint.relation.oid == relation {
                descriptions[relation]?.constraints.append(constraint)
            } else {
                descriptions[relation]?.inheritedForeignKeys.append(constraint)
            }
        }
    }
}
