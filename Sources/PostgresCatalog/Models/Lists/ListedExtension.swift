/// A row of `\dx`: pg_extension.
public struct ListedExtension: Sendable, Hashable {
    public var name: String
    public var version: String
    /// What CREATE EXTENSION would install at present; asked since 18.
    public var defaultVersion: String?
    public var schema: String
    public var comment: String?

    public init(name: String, version: String, defaultVersion: String?, schema: String, comment: String?) {
        self.name = name
        self.version = version
        self.defaultVersion = defaultVersion
        self.schema = schema
        self.comment = comment
    }
}

/// What `\dx+` tells of one extension.
public struct ExtensionContents: Sendable, Hashable {
    public var name: String
    /// As pg_describe_object words them, in the order of the database's collation.
    public var objects: [String]

    public init(name: String, objects: [String]) {
        self.name = name
        self.objects = objects
    }
}
