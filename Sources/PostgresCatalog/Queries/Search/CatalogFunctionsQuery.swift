public import PostgresClient

/// The names of a database's functions, procedures and aggregates, slice by slice.
public struct CatalogFunctionsQuery: RowQuery {
    public let slice: CatalogSlice

    public init(_ slice: CatalogSlice) { self.slice = slice }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT p.oid, n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments, p.prokind
            FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
            WHERE p.oid OPERATOR(pg_catalog.>) $1 AND p.prokind OPERATOR(pg_catalog.=) ANY ($3::pg_catalog."char"[])
            ORDER BY p.oid
            LIMIT $2
            """, slice.parameters + [.codes(FunctionKind.allCases.map(\.rawValue))])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> CatalogFunction {
        CatalogFunction(
            oid: try row.value("oid"), schema: try row.value("nspname"), name: try row.value("proname"),
            // NULL where the function was dropped while it was asked.
            arguments: try row.optional("arguments") ?? "", kind: try row.value("prokind"))
    }
}
