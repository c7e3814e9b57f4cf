/// A row of `\db`: pg_tablespace.
public struct ListedTablespace: Sendable, Hashable {
    /// What `\db+` adds.
    public struct Details: Sendable, Hashable {
        /// spcacl as psql prints it, an item a line; nil where the default privileges hold.
        public var privilegesText: String?
        /// spcoptions as the server writes the array: `{random_page_cost=1.1}`.
        public var options: String?
        /// As pg_size_pretty words it.
        public var size: String
        public var comment: String?

        public init(privilegesText: String?, options: String?, size: String, comment: String?) {
            self.privilegesText = privilegesText
            self.options = options
            self.size = size
            self.comment = comment
        }
    }

    public var name: String
    public var owner: String
    /// Empty for those within the data directory.
    public var location: String
    public var details: Details?

    public init(name: String, owner: String, location: String, details: Details? = nil) {
        self.name = name
        self.owner = owner
        self.location = location
        self.details = details
    }
}
