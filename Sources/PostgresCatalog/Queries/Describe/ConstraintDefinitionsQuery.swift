public import PostgresClient

/// pg_get_constraintdef of a relation's checks and exclusions, by the constraint: those that ``ConstraintsQuery`` leaves out, because
/// printing them may stand behind another session's lock.
public struct ConstraintDefinitionsQuery: Query {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT o.oid, pg_catalog.pg_get_constraintdef(o.oid, true) AS definition
            FROM pg_catalog.pg_constraint o
            WHERE o.conrelid OPERATOR(pg_catalog.=) $1 AND o.contype OPERATOR(pg_catalog.=) ANY ('{c,x}'::pg_catalog."char"[])
            """, [.oid(relation)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> [OID: String] {
        try rows.definitions(by: "oid")
    }
}
