public import PostgresClient

/// A piece of a list that is read by OID: the rows after one OID, the lowest first, at most so many. Fewer mean that it was the last piece.
public struct CatalogSlice: Sendable, Hashable {
    public var after: OID
    public var limit: Int

    public init(after: OID, limit: Int) {
        self.after = after
        self.limit = limit
    }

    /// As one parameter each: `$1` and `$2`.
    var parameters: [Parameter] { [.oid(after), .integer(Int64(limit))] }
}
