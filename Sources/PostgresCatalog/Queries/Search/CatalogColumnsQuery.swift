public import PostgresClient

/// The names of all columns of a database, a slice of relations by OID: those after one OID, the lowest first. Relations without columns are
/// absent, and so are indexes and TOAST tables, whose columns nobody looks for.
public struct CatalogColumnsQuery: RowQuery {
    /// The most relations of a slice; fewer mean that it was the last one.
    public static let slice = 2000
    public let after: OID
    public let limit: Int

    public init(after: OID, limit: Int = slice) {
        self.after = after
        self.limit = limit
    }

    // The slice is cut in pg_class, which bounds the work whatever plan the server takes for the columns.
    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.oid, ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
                WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
                ORDER BY a.attnum) AS names
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.>) $1 AND c.relkind OPERATOR(pg_catalog.=) ANY ($2::pg_catalog."char"[])
            ORDER BY c.oid
            LIMIT $3
            """, [.oid(after), .codes(Self.kinds.map(\.rawValue)), .integer(Int64(limit))])
    }

    private static let kinds: [RelationKind] = [.table, .partitionedTable, .view, .materializedView, .foreignTable, .compositeType]

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> CatalogColumns {
        CatalogColumns(relation: try row.value("oid"), names: try row.value("names"))
    }
}
