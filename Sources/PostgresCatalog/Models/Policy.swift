public import PostgresClient

/// A row of pg_policy. Its expressions may wait for a lock: ``RelationDefinitions/policies``.
public struct Policy: Sendable, Hashable {
    /// polcmd.
    public enum Command: Character, Sendable, Hashable, CaseIterable {
        case all = "*"
        case select = "r"
        case insert = "a"
        case update = "w"
        case delete = "d"
    }

    public var oid: OID
    public var name: String
    /// Otherwise it is restrictive.
    public var isPermissive: Bool
    /// nil for a code that is not known.
    public var command: Command?
    /// By name; nil is PUBLIC.
    public var roles: [String]?
    public var hasUsing: Bool
    public var hasCheck: Bool
    public var comment: String?

    public init(
        oid: OID, name: String, isPermissive: Bool = true, command: Command? = .all, roles: [String]? = nil, hasUsing: Bool = false,
        hasCheck: Bool = false, comment: String? = nil
    ) {
        self.oid = oid
        self.name = name
        self.isPermissive = isPermissive
        self.command = command
        self.roles = roles
        self.hasUsing = hasUsing
        self.hasCheck = hasCheck
        self.comment = comment
    }
}

/// The expressions of a policy as pg_get_expr prints them; nil where it has none.
public struct PolicyExpressions: Sendable, Hashable {
    public var using: String?
    public var check: String?

    public init(using: String? = nil, check: String? = nil) {
        self.using = using
        self.check = check
    }
}

/// relrowsecurity and relforcerowsecurity.
public struct RowSecurity: Sendable, Hashable {
    public var isEnabled: Bool
    /// Also for the owner.
    public var isForced: Bool

    public init(isEnabled: Bool = false, isForced: Bool = false) {
        self.isEnabled = isEnabled
        self.isForced = isForced
    }
}
