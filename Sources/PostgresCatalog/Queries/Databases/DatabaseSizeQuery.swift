public import PostgresClient

/// pg_database_size of one database, in bytes; nil where it has gone.
///
/// Without CONNECT or pg_read_all_stats the server answers 42501, for this question alone. It walks the files: seconds in a database
/// of 100,000 tables, minutes on a slow disk.
public struct DatabaseSizeQuery: Query {
    public let database: OID

    public init(_ database: OID) { self.database = database }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.pg_database_size(d.oid) AS bytes
            FROM pg_catalog.pg_database d
            WHERE d.oid OPERATOR(pg_catalog.=) $1
            """, [.oid(database)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Int64? {
        try rows.first?.optional("bytes")
    }
}
