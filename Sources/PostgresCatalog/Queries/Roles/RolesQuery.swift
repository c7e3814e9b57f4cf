public import PostgresClient

/// The roles of the server (pg_roles) by name, the predefined ones (`pg_...`) among them.
public struct RolesQuery: RowQuery {
    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // Since 16 one membership may be granted by several roles.
        Statement(
            """
            SELECT r.oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication,
              r.rolbypassrls, r.rolconnlimit, r.rolvaliduntil, d.description AS comment,
              ARRAY(SELECT DISTINCT g.rolname
                FROM pg_catalog.pg_auth_members m
                  JOIN pg_catalog.pg_roles g ON g.oid OPERATOR(pg_catalog.=) m.roleid
                WHERE m.member OPERATOR(pg_catalog.=) r.oid
                ORDER BY g.rolname) AS member_of
            FROM pg_catalog.pg_roles r
              LEFT JOIN pg_catalog.pg_shdescription d ON d.objoid OPERATOR(pg_catalog.=) r.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_authid'::pg_catalog.regclass
            ORDER BY r.rolname
            """)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> RoleAttributes {
        try RoleAttributes(row)
    }
}
