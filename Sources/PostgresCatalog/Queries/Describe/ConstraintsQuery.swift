public import PostgresClient

/// The constraints a relation carries (pg_constraint) by name, waiting for no lock. From 18 on not-null constraints are among them.
/// Those of a kind that is not known here are left out, and so are the copies that the server keeps for each partition of the table that
/// a foreign key points at.
/// The definitions of checks and exclusions must be asked apart: ``ConstraintDefinitionsQuery``.
public struct ConstraintsQuery: RowQuery {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            \(ConstraintColumns.selectList)
            WHERE o.conrelid OPERATOR(pg_catalog.=) $1
              AND o.contype OPERATOR(pg_catalog.=) ANY ($2::pg_catalog."char"[])
              AND NOT (o.contype OPERATOR(pg_catalog.=) 'f' AND EXISTS (
                SELECT FROM pg_catalog.pg_constraint AS p
                WHERE p.oid OPERATOR(pg_catalog.=) o.conparentid AND p.conrelid OPERATOR(pg_catalog.=) o.conrelid))
            ORDER BY o.conname
            """, [.oid(relation), .codes(Constraint.Kind.allCases.map(\.rawValue))])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Constraint {
        try ConstraintColumns.decode(row)
    }
}
