import PostgresClient

/// A relation by its names, unquoted.
public struct ObjectName: Sendable, Hashable, Codable {
    public var schema: String
    public var name: String

    public init(schema: String, name: String) {
        self.schema = schema
        self.name = name
    }

    /// From the columns `schema` and `name`; nil where they are NULL, as those of another database's relation are.
    init?(_ row: Row) throws(DecodingFailure) {
        guard let schema: String = try row.optional("schema"), let name: String = try row.optional("name") else { return nil }
        self.init(schema: schema, name: name)
    }
}
