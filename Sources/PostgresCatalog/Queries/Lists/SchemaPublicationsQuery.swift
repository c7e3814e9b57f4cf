public import PostgresClient

/// The publications of all tables in a schema, by name: what psql's `\dn` adds since 15 for the schema that is called as the pattern is
/// written. Before 15 there are none.
public struct SchemaPublicationsQuery: RowQuery {
    public let schema: String

    public init(schema: String) { self.schema = schema }

    public func statement(on server: ServerVersion) -> Statement {
        guard server.major >= 15 else { return Statement("SELECT NULL::pg_catalog.name AS pubname WHERE false") }
        return Statement(
            """
            SELECT p.pubname
            FROM pg_catalog.pg_publication p
              JOIN pg_catalog.pg_publication_namespace m ON m.pnpubid OPERATOR(pg_catalog.=) p.oid
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) m.pnnspid
            WHERE n.nspname OPERATOR(pg_catalog.=) $1
            ORDER BY p.pubname
            """, [.text(schema)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> String { try row.value("pubname") }
}
