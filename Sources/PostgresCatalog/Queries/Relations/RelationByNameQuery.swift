public import PostgresClient

/// The relation of that name in that schema, both spelled exactly as the catalog has them; nil where there is none.
///
/// Unlike a cast to regclass it needs no USAGE on the schema.
public struct RelationByNameQuery: Query {
    public let schema: String
    public let name: String

    public init(schema: String, name: String) {
        self.schema = schema
        self.name = name
    }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.oid
            FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE n.nspname OPERATOR(pg_catalog.=) $1 AND c.relname OPERATOR(pg_catalog.=) $2
            """, [.name(schema), .name(name)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> OID? {
        try rows.first?.value("oid")
    }
}
