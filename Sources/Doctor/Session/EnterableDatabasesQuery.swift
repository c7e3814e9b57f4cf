internal import PostgresClient

/// Which databases there are, and whether this role may enter them: for a person who asked for one that cannot be entered.
struct EnterableDatabasesQuery: RowQuery {
    struct Database: Sendable {
        let name: String
        let owner: String
        let mayConnect: Bool
    }

    func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT d.datname AS name, pg_catalog.pg_get_userbyid(d.datdba) AS owner,
                   d.datallowconn AND pg_catalog.has_database_privilege(d.oid, 'CONNECT') AS enterable
            FROM pg_catalog.pg_database d WHERE NOT d.datistemplate ORDER BY 1
            """)
    }

    func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Database {
        Database(name: try row.value("name"), owner: try row.value("owner"), mayConnect: try row.value("enterable"))
    }
}
