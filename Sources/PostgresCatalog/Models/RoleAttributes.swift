public import PostgresClient

/// A row of pg_roles.
public struct RoleAttributes: Sendable, Hashable, Identifiable {
    public var id: OID { oid }
    public var oid: OID
    public var name: String
    public var isSuperuser: Bool
    public var inherits: Bool
    public var mayCreateRoles: Bool
    public var mayCreateDatabases: Bool
    public var mayLogIn: Bool
    public var mayReplicate: Bool
    public var bypassesRowSecurity: Bool
    /// -1 is no limit.
    public var connectionLimit: Int
    /// rolvaliduntil as the server prints it.
    public var passwordValidUntil: String?
    public var memberOf: [String]
    public var comment: String?

    public init(
        oid: OID, name: String, isSuperuser: Bool, inherits: Bool, mayCreateRoles: Bool, mayCreateDatabases: Bool, mayLogIn: Bool,
        mayReplicate: Bool, bypassesRowSecurity: Bool, connectionLimit: Int, passwordValidUntil: String?, memberOf: [String],
        comment: String?
    ) {
        self.oid = oid
        self.name = name
        self.isSuperuser = isSuperuser
        self.inherits = inherits
        self.mayCreateRoles = mayCreateRoles
        self.mayCreateDatabases = mayCreateDatabases
        self.mayLogIn = mayLogIn
        self.mayReplicate = mayReplicate
        self.bypassesRowSecurity = bypassesRowSecurity
        self.connectionLimit = connectionLimit
        self.passwordValidUntil = passwordValidUntil
        self.memberOf = memberOf
        self.comment = comment
    }
}
