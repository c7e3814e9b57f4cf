/// A question to the server with the shape of its answer: SQL, versions and decoding in one file each.
public protocol Query: Sendable {
    associatedtype Answer: Sendable

    /// The statement for this server's version; on an older server a fact it does not have is left out.
    func statement(on server: ServerVersion) -> Statement

    /// - Throws: ``DecodingFailure`` naming the column whose value is not of the expected shape.
    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Answer
}

/// A query whose answer is a list, a value for each row.
public protocol RowQuery: Query where Answer == [Element] {
    associatedtype Element: Sendable

    func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Element
}

extension RowQuery {
    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> [Element] {
        var elements: [Element] = []
        elements.reserveCapacity(rows.count)
        for row in rows { elements.append(try decode(row, from: server)) }
        return elements
    }
}
