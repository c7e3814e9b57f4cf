public import PostgresClient

/// A row of pg_database as the role sees it.
public struct Database: Sendable, Hashable, Identifiable {
    public var id: OID { oid }
    public var oid: OID
    public var name: String
    public var owner: String
    /// The encoding's name: `UTF8`.
    public var encoding: String
    public var comment: String?
    /// nil where the default privileges hold (datacl is NULL).
    public var privileges: [AccessPrivilege]?
    /// datallowconn.
    public var allowsConnections: Bool
    /// Whether the role has CONNECT (has_database_privilege).
    public var mayConnect: Bool
    /// Whether the role may ask pg_database_size: CONNECT or pg_read_all_stats.
    public var mayAskSize: Bool
    public var isTemplate: Bool
    /// -1 is no limit.
    public var connectionLimit: Int

    public init(
        oid: OID, name: String, owner: String, encoding: String, comment: String?, privileges: [AccessPrivilege]?,
        allowsConnections: Bool, mayConnect: Bool, mayAskSize: Bool, isTemplate: Bool, connectionLimit: Int
    ) {
        self.oid = oid
        self.name = name
        self.owner = owner
        self.encoding = encoding
        self.comment = comment
        self.privileges = privileges
        self.allowsConnections = allowsConnections
        self.mayConnect = mayConnect
        self.mayAskSize = mayAskSize
        self.isTemplate = isTemplate
        self.connectionLimit = connectionLimit
    }

    /// Whether a session there can be had at all.
    public var canBeEntered: Bool { allowsConnections && mayConnect }
}
