public import PostgresClient

/// Every database of the server (pg_database), in the order of psql's `\l`. Asks no size: that is ``DatabaseSizeQuery``.
public struct DatabasesQuery: RowQuery {
    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT d.oid, d.datname, pg_catalog.pg_get_userbyid(d.datdba) AS owner,
              pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
              s.description AS comment, d.datacl, d.datallowconn, d.datistemplate, d.datconnlimit,
              pg_catalog.has_database_privilege(d.oid, 'CONNECT') AS may_connect,
              pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') AS reads_all_statistics
            FROM pg_catalog.pg_database d
              LEFT JOIN pg_catalog.pg_shdescription s ON s.objoid OPERATOR(pg_catalog.=) d.oid
                AND s.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_database'::pg_catalog.regclass
            ORDER BY d.datname
            """)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Database {
        // NULL where the database went between the snapshot and the question for the privilege.
        let mayConnect: Bool = try row.optional("may_connect") ?? false
        let readsAllStatistics: Bool = try row.value("reads_all_statistics")
        return Database(
            oid: try row.value("oid"), name: try row.value("datname"), owner: try row.value("owner"),
            encoding: try row.value("encoding"), comment: try row.optional("comment"),
            privileges: try row.optional("datacl"),
            allowsConnections: try row.value("datallowconn"), mayConnect: mayConnect,
            mayAskSize: mayConnect || readsAllStatistics, isTemplate: try row.value("datistemplate"),
            connectionLimit: try row.value("datconnlimit"))
    }
}
