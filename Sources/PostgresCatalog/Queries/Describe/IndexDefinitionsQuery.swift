public import PostgresClient

/// pg_get_indexdef of each index of a relation, by the index.
///
/// May stand behind another session's lock, even for a plain primary key.
public struct IndexDefinitionsQuery: Query {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT i.indexrelid, pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) AS definition
            FROM pg_catalog.pg_index i
            WHERE i.indrelid OPERATOR(pg_catalog.=) $1
            """, [.oid(relation)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> [OID: String] {
        try rows.definitions(by: "indexrelid")
    }
}
