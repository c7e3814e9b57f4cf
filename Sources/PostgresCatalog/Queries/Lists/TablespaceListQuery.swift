public import PostgresClient

/// The tablespaces of psql's `\db`, in its order. A verbose list asks the size of each, which walks its files, and fails where one may not
/// be asked.
public struct TablespaceListQuery: RowQuery {
    public let pattern: NamePattern?
    public let isVerbose: Bool

    public init(pattern: NamePattern? = nil, isVerbose: Bool = false) {
        self.pattern = pattern
        self.isVerbose = isVerbose
    }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(pattern, name: "t.spcname")
        let details = """
            ,
              pg_catalog.array_to_string(t.spcacl, E'\\n') AS acl_text, t.spcoptions::pg_catalog.text AS options,
              pg_catalog.pg_size_pretty(pg_catalog.pg_tablespace_size(t.oid)) AS size, d.description
            """
        let join = """

              LEFT JOIN pg_catalog.pg_shdescription d ON d.objoid OPERATOR(pg_catalog.=) t.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_tablespace'::pg_catalog.regclass
            """
        return Statement(
            """
            SELECT t.spcname, pg_catalog.pg_get_userbyid(t.spcowner) AS owner, pg_catalog.pg_tablespace_location(t.oid) AS location\
            \(isVerbose ? details : "")
            FROM pg_catalog.pg_tablespace t\(isVerbose ? join : "")
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY t.spcname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedTablespace {
        var tablespace = ListedTablespace(
            name: try row.value("spcname"), owner: try row.value("owner"), location: try row.optional("location") ?? "")
        if isVerbose {
            tablespace.details = ListedTablespace.Details(
                privilegesText: try row.optional("acl_text"), options: try row.optional("options"), size: try row.optional("size") ?? "",
                comment: try row.optional("description"))
        }
        return tablespace
    }
}
