public import PostgresClient

/// The settings of psql's `\drds`, in its order.
public struct RoleSettingsQuery: RowQuery {
    public let role: NamePattern?
    public let database: NamePattern?

    public init(role: NamePattern? = nil, database: NamePattern? = nil) {
        self.role = role
        self.database = database
    }

    public func statement(on server: ServerVersion) -> Statement {
        var conditions = PatternConditions(role, name: "r.rolname")
        conditions.add(database, name: "d.datname")
        return Statement(
            """
            SELECT r.rolname, d.datname, s.setconfig
            FROM pg_catalog.pg_db_role_setting s
              LEFT JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) s.setdatabase
              LEFT JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) s.setrole
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY r.rolname, d.datname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> RoleSetting {
        RoleSetting(
            role: try row.optional("rolname"), database: try row.optional("datname"), settings: try row.optional("setconfig") ?? [])
    }
}
