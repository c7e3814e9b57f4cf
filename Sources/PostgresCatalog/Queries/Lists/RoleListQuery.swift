public import PostgresClient

/// The roles of psql's `\du`, in its order.
public struct RoleListQuery: RowQuery {
    public let pattern: NamePattern?
    /// Without a pattern, the predefined ones (`pg_...`) too.
    public let showsSystem: Bool

    public init(pattern: NamePattern? = nil, showsSystem: Bool = false) {
        self.pattern = pattern
        self.showsSystem = showsSystem
    }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(pattern, name: "r.rolname")
        let hidden = pattern == nil && !showsSystem ? ["r.rolname OPERATOR(pg_catalog.!~) '^pg_'"] : []
        // psql, which shows the memberships until 15, leaves their order to the server. Since 16 one may be granted by several roles.
        let memberships = """
            SELECT \(server.major >= 16 ? "DISTINCT " : "")b.rolname
                FROM pg_catalog.pg_auth_members m
                  JOIN pg_catalog.pg_roles b ON (m.roleid OPERATOR(pg_catalog.=) b.oid)
                WHERE m.member OPERATOR(pg_catalog.=) r.oid\(server.major >= 16 ? " ORDER BY b.rolname" : "")
            """
        return Statement(
            """
            SELECT r.oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication,
              r.rolbypassrls, r.rolconnlimit, r.rolvaliduntil, ARRAY(\(memberships)) AS member_of, d.description AS comment
            FROM pg_catalog.pg_roles r
              LEFT JOIN pg_catalog.pg_shdescription d ON d.objoid OPERATOR(pg_catalog.=) r.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_authid'::pg_catalog.regclass
            \(PatternConditions.whereClause(hidden + conditions.clauses))
            ORDER BY r.rolname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> RoleAttributes {
        try RoleAttributes(row)
    }
}
