public import PostgresClient

/// The names of functions, procedures and aggregates (pg_proc) that begin with a text, letter case aside, in their order, each once: of one
/// schema, or of those that are visible without naming a schema. The first hundred.
public struct FunctionNamesQuery: RowQuery {
    public let schema: String?
    public let prefix: String

    public init(schema: String?, prefix: String) {
        self.schema = schema
        self.prefix = prefix
    }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT DISTINCT p.proname AS name
            FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
            WHERE pg_catalog.starts_with(pg_catalog.lower(p.proname::pg_catalog.text), pg_catalog.lower($1))
              AND CASE WHEN $2 IS NULL THEN pg_catalog.pg_function_is_visible(p.oid) ELSE n.nspname OPERATOR(pg_catalog.=) $2 END
            ORDER BY p.proname LIMIT 100
            """, [.text(prefix), .name(schema)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> String { try row.value("name") }
}
