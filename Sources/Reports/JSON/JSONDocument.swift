/// The frame of every JSON that is printed: which schema it follows, and of which server it tells.
///
/// A later version of a schema may add members; one that takes away or changes the meaning of a member has another number.
public struct JSONDocument: Sendable {
    /// `pgdeck/tables/1`.
    public let schema: String
    /// What select version() says.
    public let version: String
    public let database: String

    public init(_ name: String, version: String, database: String) {
        schema = "pgdeck/\(name)/1"
        self.version = version
        self.database = database
    }

    /// Appends the document with its rows as the one array, and a newline.
    public func append(_ name: String, _ elements: [JSONValue], to output: inout [UInt8]) {
        let value = JSONValue.object([
            JSONMember("schema", .string(schema)), JSONMember("version", .string(version)), JSONMember("database", .string(database)),
            JSONMember(name, .array(elements)),
        ])
        value.append(to: &output, indent: 0)
        output.append(UInt8(ascii: "\n"))
    }
}
