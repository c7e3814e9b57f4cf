public import PostgresClient

/// The data types of psql's `\dT`, in its order: without the row types of relations and, unless the pattern ends in brackets, without arrays.
public struct TypeListQuery: RowQuery {
    public let pattern: NamePattern?
    public let isVerbose: Bool
    /// Without a pattern, the system's own too.
    public let showsSystem: Bool
    private let showsArrays: Bool

    /// - Parameter showsArrays: whether the pattern as it was typed holds `[]`.
    public init(pattern: NamePattern? = nil, isVerbose: Bool = false, showsSystem: Bool = false, showsArrays: Bool = false) {
        self.pattern = pattern
        self.isVerbose = isVerbose
        self.showsSystem = showsSystem
        self.showsArrays = showsArrays
    }

    public func statement(on server: ServerVersion) -> Statement {
        var conditions = PatternConditions()
        conditions.add(
            """
            (t.typrelid OPERATOR(pg_catalog.=) 0 OR (SELECT c.relkind OPERATOR(pg_catalog.=) 'c' FROM pg_catalog.pg_class c
                WHERE c.oid OPERATOR(pg_catalog.=) t.typrelid))
            """)
        // Until 13 no list holds them.
        if !(showsArrays && server.major >= 14) {
            conditions.add(
                """
                NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type el
                    WHERE el.oid OPERATOR(pg_catalog.=) t.typelem AND el.typarray OPERATOR(pg_catalog.=) t.oid)
                """)
        }
        if !showsSystem, pattern == nil { conditions.hideSystemSchemas() }
        conditions.add(
            pattern, name: "t.typname", schema: "n.nspname", alternative: "pg_catalog.format_type(t.oid, NULL)",
            visibility: "pg_catalog.pg_type_is_visible(t.oid)")
        return Statement(
            """
            SELECT n.nspname, pg_catalog.format_type(t.oid, NULL) AS name, d.description\(isVerbose ? Self.details : "")
            FROM pg_catalog.pg_type t
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) t.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
                AND d.objsubid OPERATOR(pg_catalog.=) 0
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY 1, 2
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedType {
        var type = ListedType(
            schema: try row.optional("nspname") ?? "", name: try row.value("name"), comment: try row.optional("description"))
        if isVerbose {
            let length: Int = try row.value("typlen")
            let isTuple: Bool = try row.value("is_tuple")
            type.details = ListedType.Details(
                internalName: try row.value("typname"), size: isTuple ? .tuple : length < 0 ? .variable : .bytes(length),
                labels: try row.value("labels"), owner: try row.value("owner"), privilegesText: try row.optional("acl_text"))
        }
        return type
    }

    private static let details = """
        ,
          t.typname, t.typlen, t.typrelid OPERATOR(pg_catalog.<>) 0 AS is_tuple,
          ARRAY(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid OPERATOR(pg_catalog.=) t.oid
            ORDER BY e.enumsortorder) AS labels,
          pg_catalog.pg_get_userbyid(t.typowner) AS owner, pg_catalog.array_to_string(t.typacl, E'\\n') AS acl_text
        """
}
