public import PostgresClient

/// The names of roles (pg_roles) that begin with a text, letter case aside, in their order. The first hundred.
public struct RoleNamesQuery: RowQuery {
    public let prefix: String

    public init(prefix: String) { self.prefix = prefix }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT r.rolname AS name
            FROM pg_catalog.pg_roles r
            WHERE pg_catalog.starts_with(pg_catalog.lower(r.rolname::pg_catalog.text), pg_catalog.lower($1))
            ORDER BY r.rolname LIMIT 100
            """, [.text(prefix)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> String { try row.value("name") }
}
