public import PostgresClient

/// The functions of psql's `\df`, in its order.
public struct FunctionListQuery: RowQuery {
    public let list: FunctionList

    public init(_ list: FunctionList) { self.list = list }

    public func statement(on server: ServerVersion) -> Statement {
        var conditions = PatternConditions(
            list.pattern, name: "p.proname", schema: "n.nspname", visibility: "pg_catalog.pg_function_is_visible(p.oid)")
        var joins: [String] = []
        for (index, argument) in list.arguments.enumerated() {
            let type = "t\(index)"
            joins.append(
                """
                LEFT JOIN pg_catalog.pg_type \(type) ON \(type).oid OPERATOR(pg_catalog.=) p.proargtypes[\(index)]
                  LEFT JOIN pg_catalog.pg_namespace n\(type) ON n\(type).oid OPERATOR(pg_catalog.=) \(type).typnamespace
                """)
            switch argument {
            case .absent: conditions.add("\(type).typname IS NULL")
            case .type(let pattern):
                conditions.add(
                    pattern, name: "\(type).typname", schema: "n\(type).nspname",
                    alternative: "pg_catalog.format_type(\(type).oid, NULL)", visibility: "pg_catalog.pg_type_is_visible(\(type).oid)")
            }
        }
        for clause in Self.clauses(for: list.kinds) { conditions.add(clause) }
        if !list.showsSystem, list.pattern == nil { conditions.hideSystemSchemas() }
        if list.isVerbose { joins.append(Self.detailJoins) }
        let body = server.major >= 14 ? "COALESCE(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc)" : "p.prosrc"
        return Statement(
            """
            SELECT n.nspname, p.proname, pg_catalog.pg_get_function_result(p.oid) AS result,
              pg_catalog.pg_get_function_arguments(p.oid) AS arguments, p.prokind\(list.isVerbose ? Self.details(body: body) : "")
            FROM pg_catalog.pg_proc p
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
              \(joins.joined(separator: "\n  "))
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY 1, 2, 4
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedFunction {
        var function = ListedFunction(
            schema: try row.optional("nspname") ?? "", name: try row.value("proname"), kind: try row.value("prokind"),
            result: try row.optional("result"), arguments: try row.optional("arguments") ?? "")
        if list.isVerbose {
            function.details = ListedFunction.Details(
                volatility: try row.value("provolatile"), parallelSafety: try row.value("proparallel"), owner: try row.value("owner"),
                isSecurityDefiner: try row.value("prosecdef"), isLeakproof: try row.value("proleakproof"),
                privilegesText: try row.optional("acl_text"), language: try row.optional("lanname"),
                source: try row.optional("source") ?? "",
                comment: try row.optional("description"))
        }
        return function
    }

    private static func details(body: String) -> String {
        """
        ,
          p.provolatile, p.proparallel, pg_catalog.pg_get_userbyid(p.proowner) AS owner, p.prosecdef, p.proleakproof,
          pg_catalog.array_to_string(p.proacl, E'\\n') AS acl_text, l.lanname, \(body) AS source, d.description
        """
    }

    private static let detailJoins = """
        LEFT JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
          LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) p.oid
            AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
            AND d.objsubid OPERATOR(pg_catalog.=) 0
        """

    /// With normal functions among what is wanted the others are taken away, else those wanted are asked for: a trigger function counts as
    /// a normal one too.
    private static func clauses(for kinds: Set<FunctionList.Kind>) -> [String] {
        if kinds.isEmpty || kinds.count == FunctionList.Kind.allCases.count { return [] }
        let isTrigger = "p.prorettype OPERATOR(pg_catalog.%) 'pg_catalog.trigger'::pg_catalog.regtype"
        func clause(_ kind: FunctionList.Kind, _ comparison: String) -> String? {
            switch kind {
            case .normal: nil
            case .trigger: isTrigger.replacing("%", with: comparison)
            case .aggregate, .procedure, .window: "p.prokind OPERATOR(pg_catalog.\(comparison)) '\(kind.rawValue)'"
            }
        }
        if kinds.contains(.normal) {
            return FunctionList.Kind.allCases.filter { !kinds.contains($0) }.compactMap { clause($0, "<>") }
        }
        return ["(" + FunctionList.Kind.allCases.filter(kinds.contains).compactMap { clause($0, "=") }.joined(separator: " OR ") + ")"]
    }
}
