public import PostgresClient

/// The privileges of psql's `\dp`, in its order. The expressions of policies may stand behind a lock.
public struct RelationPrivilegesQuery: RowQuery {
    public let pattern: NamePattern?
    /// Without a pattern, those of the system's own relations too; psql takes it since 16.
    public let showsSystem: Bool

    public init(pattern: NamePattern? = nil, showsSystem: Bool = false) {
        self.pattern = pattern
        self.showsSystem = showsSystem
    }

    // The arrays of one relation are read by the same plan, so their elements stand in the same order: psql's, who asks for none.
    public func statement(on server: ServerVersion) -> Statement {
        let hidesBySearchPath = server.major < 16
        var conditions = PatternConditions(
            pattern, name: "c.relname", schema: "n.nspname",
            visibility: (hidesBySearchPath ? "n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND " : "") + PatternConditions.isVisible)
        if !hidesBySearchPath, !showsSystem, pattern == nil { conditions.hideSystemSchemas() }
        let columns = """
            FROM pg_catalog.pg_attribute a
                WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT a.attisdropped AND a.attacl IS NOT NULL
            """
        let policies = "FROM pg_catalog.pg_policy p WHERE p.polrelid OPERATOR(pg_catalog.=) c.oid"
        return Statement(
            """
            SELECT n.nspname, c.relname, c.relkind, pg_catalog.array_to_string(c.relacl, E'\\n') AS acl_text,
              ARRAY(SELECT a.attname \(columns)) AS columns,
              ARRAY(SELECT pg_catalog.array_to_string(a.attacl, E'\\n  ') \(columns)) AS column_acls,
              ARRAY(SELECT p.polname \(policies)) AS policies,
              ARRAY(SELECT p.polpermissive \(policies)) AS permissive,
              ARRAY(SELECT p.polcmd \(policies)) AS commands,
              ARRAY(SELECT COALESCE(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '') \(policies)) AS using,
              ARRAY(SELECT COALESCE(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '') \(policies)) AS checks,
              ARRAY(SELECT CASE WHEN p.polroles OPERATOR(pg_catalog.<>) '{0}' THEN pg_catalog.array_to_string(ARRAY(
                  SELECT r.rolname FROM pg_catalog.pg_roles r
                  WHERE r.oid OPERATOR(pg_catalog.=) ANY (p.polroles) ORDER BY 1), ', ') ELSE '' END \(policies)) AS roles
            FROM pg_catalog.pg_class c
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            \(PatternConditions.whereClause(["c.relkind OPERATOR(pg_catalog.=) ANY ('{r,v,m,S,f,p}'::pg_catalog.\"char\"[])"] + conditions.clauses))
            ORDER BY n.nspname, c.relname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> RelationPrivileges {
        let columns: [String] = try row.value("columns")
        let columnPrivileges: [String] = try row.value("column_acls")
        let names: [String] = try row.value("policies")
        let permissive: [Bool] = try row.value("permissive")
        let commands: [Character] = try row.value("commands")
        let using: [String] = try row.value("using")
        let checks: [String] = try row.value("checks")
        let roles: [String] = try row.value("roles")
        let policies = names.indices.map { index in
            RelationPrivileges.Policy(
                name: names[index], isPermissive: permissive[index], command: commands[index], using: using[index].nonEmpty,
                check: checks[index].nonEmpty, roles: roles[index].nonEmpty)
        }
        return RelationPrivileges(
            schema: try row.optional("nspname") ?? "", name: try row.value("relname"), kind: try row.value("relkind"),
            privilegesText: try row.optional("acl_text"),
            columns: zip(columns, columnPrivileges).map { RelationPrivileges.OfColumn(column: $0, privilegesText: $1) }, policies: policies)
    }
}

extension String {
    /// No expression and no list of roles is empty: what is stands for none.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
