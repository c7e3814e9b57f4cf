import PostgresClient

/// The first rows of a list that may be long, with the count of all.
public struct LimitedList<Element: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    public var rows: [Element]
    /// How many there are at the server; at least `rows.count`.
    public var total: Int

    public init(_ rows: [Element] = [], total: Int? = nil) {
        self.rows = rows
        self.total = total ?? rows.count
    }

    /// How many there are beyond ``rows``.
    public var omitted: Int { max(0, total - rows.count) }
}

extension LimitedList {
    /// The most rows that a probe asks for.
    static var limit: Int { 200 }

    /// Rows whose column `total` is the count of all, the same in each (`count(*) OVER ()`).
    init(_ rows: RowSet, _ element: (Row) throws(DecodingFailure) -> Element) throws(DecodingFailure) {
        var elements: [Element] = []
        elements.reserveCapacity(rows.count)
        for row in rows { elements.append(try element(row)) }
        self.init(elements, total: try rows.first?.value("total") ?? 0)
    }
}
