/// A row of `\dn`: pg_namespace.
public struct ListedSchema: Sendable, Hashable {
    public var name: String
    public var owner: String
    /// nspacl as psql prints it, an item a line; nil where the default privileges hold.
    public var privilegesText: String?
    public var comment: String?

    public init(name: String, owner: String, privilegesText: String?, comment: String?) {
        self.name = name
        self.owner = owner
        self.privilegesText = privilegesText
        self.comment = comment
    }
}
