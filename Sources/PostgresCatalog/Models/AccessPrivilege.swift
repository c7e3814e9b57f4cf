/// One item of an ACL: `lectura=c/ncorrea`.
public struct AccessPrivilege: Sendable, Hashable {
    /// The role's name; empty for PUBLIC.
    public var grantee: String
    /// The privileges' letters as the server writes them (`r`, `a`, `c`, `C`, `T` ...), those with grant option in ``grantable``.
    public var privileges: [Character]
    public var grantable: Set<Character>
    public var grantor: String

    public init(grantee: String, privileges: [Character], grantable: Set<Character>, grantor: String) {
        self.grantee = grantee
        self.privileges = privileges
        self.grantable = grantable
        self.grantor = grantor
    }
}
