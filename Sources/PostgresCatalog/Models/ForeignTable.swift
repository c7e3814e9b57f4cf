/// A row of pg_foreign_table.
public struct ForeignTable: Sendable, Hashable {
    public var server: String
    /// The server's foreign-data wrapper.
    public var wrapper: String
    /// ftoptions as SQL writes them: `name 'value', ...`; nil where there are none.
    public var options: String?

    public init(server: String, wrapper: String, options: String? = nil) {
        self.server = server
        self.wrapper = wrapper
        self.options = options
    }
}
