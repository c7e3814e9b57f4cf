public import PostgresClient

/// The extensions of psql's `\dx`, in its order.
public struct ExtensionListQuery: RowQuery {
    public let pattern: NamePattern?

    public init(pattern: NamePattern? = nil) { self.pattern = pattern }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(pattern, name: "e.extname")
        let available = """

              LEFT JOIN pg_catalog.pg_available_extensions() a(name, default_version, comment)
                ON a.name OPERATOR(pg_catalog.=) e.extname
            """
        return Statement(
            """
            SELECT e.extname, e.extversion, \(server.major >= 18 ? "a.default_version" : "NULL AS default_version"), n.nspname, d.description
            FROM pg_catalog.pg_extension e
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) e.extnamespace
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) e.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::pg_catalog.regclass\(server.major >= 18 ? available : "")
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY e.extname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedExtension {
        ListedExtension(
            name: try row.value("extname"), version: try row.value("extversion"), defaultVersion: try row.optional("default_version"),
            schema: try row.optional("nspname") ?? "", comment: try row.optional("description"))
    }
}
