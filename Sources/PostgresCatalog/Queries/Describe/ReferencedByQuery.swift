public import PostgresClient

/// The foreign keys of other relations (or its own) that point at a relation or at what it is a partition of, waiting for no lock.
///
/// The copies that a foreign key keeps for each partition are left out, as psql does. pg_constraint has no index for this end: it is
/// read whole (15 ms in a database of 100,000 primary keys).
public struct ReferencedByQuery: RowQuery {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            \(ConstraintColumns.selectList)
            WHERE o.contype OPERATOR(pg_catalog.=) 'f' AND o.conparentid OPERATOR(pg_catalog.=) 0
              AND (o.confrelid OPERATOR(pg_catalog.=) $1
                OR o.confrelid OPERATOR(pg_catalog.=) ANY (ARRAY(SELECT p.relid::pg_catalog.oid
                  FROM pg_catalog.pg_partition_ancestors($1::pg_catalog.regclass) p(relid))))
            ORDER BY cn.nspname, c.relname, o.conname
            """, [.oid(relation)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Constraint {
        try ConstraintColumns.decode(row)
    }
}
