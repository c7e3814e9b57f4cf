public import PostgresClient

/// The schemas of psql's `\dn`, in its order.
public struct SchemaListQuery: RowQuery {
    public let pattern: NamePattern?
    /// Without a pattern, the system's own too.
    public let showsSystem: Bool

    public init(pattern: NamePattern? = nil, showsSystem: Bool = false) {
        self.pattern = pattern
        self.showsSystem = showsSystem
    }

    public func statement(on server: ServerVersion) -> Statement {
        var conditions = PatternConditions(pattern, name: "n.nspname")
        if !showsSystem, pattern == nil {
            conditions.add("n.nspname OPERATOR(pg_catalog.!~) '^pg_'")
            conditions.add("n.nspname OPERATOR(pg_catalog.<>) 'information_schema'")
        }
        return Statement(
            """
            SELECT n.nspname, pg_catalog.pg_get_userbyid(n.nspowner) AS owner, pg_catalog.array_to_string(n.nspacl, E'\\n') AS acl_text,
              d.description
            FROM pg_catalog.pg_namespace n
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) n.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
                AND d.objsubid OPERATOR(pg_catalog.=) 0
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY n.nspname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedSchema {
        ListedSchema(
            name: try row.value("nspname"), owner: try row.value("owner"), privilegesText: try row.optional("acl_text"),
            comment: try row.optional("description"))
    }
}
