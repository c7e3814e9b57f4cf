import PostgresClient

/// A statement's text as the server shows it, cut there: the beginning, and how long it is.
public struct QueryText: Sendable, Hashable, Codable {
    /// At most ``limit`` characters.
    public var beginning: String
    /// Characters that the server has of it; its own limit is track_activity_query_size.
    public var length: Int

    public init(_ beginning: String, length: Int? = nil) {
        self.beginning = beginning
        self.length = length ?? beginning.unicodeScalars.count
    }

    public var isCut: Bool { length > beginning.unicodeScalars.count }

    static let limit = 1024

    /// nil where the server shows none.
    init?(_ row: Row) throws(DecodingFailure) {
        guard let beginning: String = try row.optional("query") else { return nil }
        self.init(beginning, length: try row.value("query_length"))
    }
}
