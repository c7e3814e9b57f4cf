public import PostgresClient

/// pg_total_relation_size in bytes: heap, TOAST and indexes; nil where the relation has no storage of its own or has gone.
///
/// May stand behind another session's lock on the relation or on any of its indexes.
public struct RelationSizeQuery: Query {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.pg_total_relation_size(c.oid) AS bytes
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.=) $1 AND c.relkind::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($2)
            """, [.oid(relation), .codes(RelationKind.allCases.filter(\.hasStorage).map(\.rawValue))])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Int64? {
        try rows.first?.optional("bytes")
    }
}
