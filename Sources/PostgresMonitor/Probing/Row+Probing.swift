public import PostgresClient

extension RowSet {
    /// The one row of an answer that always has one.
    public func only(_ column: String) throws(DecodingFailure) -> Row {
        guard let row = first else { throw DecodingFailure(column: column, row: 0, expected: "a row", found: nil) }
        return row
    }
}

extension Row {
    /// An array without NULLs of a known length.
    public func array<Element: RowValue>(_ column: String, count: Int) throws(DecodingFailure) -> [Element] {
        let elements: [Element] = try value(column)
        guard elements.count == count else {
            throw DecodingFailure(column: column, row: index, expected: "\(count) elements", found: String(elements.count))
        }
        return elements
    }
}
