public import PostgresClient

/// What the extensions of psql's `\dx+` consist of, in its order.
public struct ExtensionContentsQuery: RowQuery {
    public let pattern: NamePattern?

    public init(pattern: NamePattern? = nil) { self.pattern = pattern }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(pattern, name: "e.extname")
        return Statement(
            """
            SELECT e.extname,
              ARRAY(SELECT COALESCE(pg_catalog.pg_describe_object(d.classid, d.objid, 0), '')
                FROM pg_catalog.pg_depend d
                WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::pg_catalog.regclass
                  AND d.refobjid OPERATOR(pg_catalog.=) e.oid AND d.deptype OPERATOR(pg_catalog.=) 'e'
                ORDER BY 1) AS objects
            FROM pg_catalog.pg_extension e
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY e.extname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ExtensionContents {
        ExtensionContents(name: try row.value("extname"), objects: try row.value("objects"))
    }
}
