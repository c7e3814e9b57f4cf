import PostgresClient

extension RoleAttributes {
    /// A row with the columns of pg_roles, and `member_of` and `comment`.
    init(_ row: Row) throws(DecodingFailure) {
        self.init(
            oid: try row.value("oid"), name: try row.value("rolname"), isSuperuser: try row.value("rolsuper"),
            inherits: try row.value("rolinherit"), mayCreateRoles: try row.value("rolcreaterole"),
            mayCreateDatabases: try row.value("rolcreatedb"), mayLogIn: try row.value("rolcanlogin"),
            mayReplicate: try row.value("rolreplication"), bypassesRowSecurity: try row.value("rolbypassrls"),
            connectionLimit: try row.value("rolconnlimit"), passwordValidUntil: try row.optional("rolvaliduntil"),
            memberOf: try row.value("member_of"), comment: try row.optional("comment"))
    }
}
