import PostgresClient

/// The relation of that name in that schema, both spelled exactly as the catalog has them; nil where there is none. Unlike a cast to regclass
/// it needs no USAGE on the schema.
struct RelationNamed: Query {
    let schema: String
    let name: String

    func statement(on server: ServerVersion) -> Statement {
        Statement(
            "SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2",
            [.name(schema), .name(name)])
    }

    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> OID? { try rows.first?.value("oid") }
}
