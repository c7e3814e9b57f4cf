/// A row of `\dT`: pg_type.
public struct ListedType: Sendable, Hashable {
    public enum Size: Sendable, Hashable {
        /// A composite type.
        case tuple
        case variable
        case bytes(Int)
    }

    /// What `\dT+` adds.
    public struct Details: Sendable, Hashable {
        public var internalName: String
        public var size: Size
        /// The labels of an enum, in its order.
        public var labels: [String]
        public var owner: String
        /// typacl as psql prints it, an item a line; nil where the default privileges hold.
        public var privilegesText: String?

        public init(internalName: String, size: Size, labels: [String], owner: String, privilegesText: String?) {
            self.internalName = internalName
            self.size = size
            self.labels = labels
            self.owner = owner
            self.privilegesText = privilegesText
        }
    }

    public var schema: String
    /// As format_type prints it, so with its schema where that is not in the search path.
    public var name: String
    public var comment: String?
    public var details: Details?

    public init(schema: String, name: String, comment: String?, details: Details? = nil) {
        self.schema = schema
        self.name = name
        self.comment = comment
        self.details = details
    }
}
