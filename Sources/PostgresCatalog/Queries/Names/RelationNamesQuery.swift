public import PostgresClient

/// The names of relations (pg_class) that begin with a text, letter case aside, in their order: of one schema, or of those that are visible
/// without naming a schema. The first hundred.
public struct RelationNamesQuery: RowQuery {
    public let schema: String?
    public let prefix: String

    public init(schema: String?, prefix: String) {
        self.schema = schema
        self.prefix = prefix
    }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.relname AS name
            FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE c.relkind OPERATOR(pg_catalog.=) ANY ($1::pg_catalog."char"[])
              AND pg_catalog.starts_with(pg_catalog.lower(c.relname::pg_catalog.text), pg_catalog.lower($2))
              AND CASE WHEN $3 IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname OPERATOR(pg_catalog.=) $3 END
            ORDER BY c.relname LIMIT 100
            """,
            [
                .codes(RelationKind.allCases.filter { $0 != .compositeType && $0 != .toastTable }.map(\.rawValue)), .text(prefix),
                .name(schema),
            ])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> String { try row.value("name") }
}
