/// A row of `\drds`: settings of a role, of a database, or of a role in a database (pg_db_role_setting).
public struct RoleSetting: Sendable, Hashable {
    /// nil is every role.
    public var role: String?
    /// nil is every database.
    public var database: String?
    /// `work_mem=64MB`.
    public var settings: [String]

    public init(role: String?, database: String?, settings: [String]) {
        self.role = role
        self.database = database
        self.settings = settings
    }
}
