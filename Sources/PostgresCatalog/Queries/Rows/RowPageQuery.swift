public import PostgresClient

/// A page of rows of a relation: at most ``RowPageQuery/bytes`` of them, every value cut by the server.
///
/// It reads the relation and waits behind a lock on it, so ask it with ``PostgresClient/UnitLimits/rows``. Without a primary key there is
/// the first page alone: an OFFSET would read all rows before it, and in no promised order.
public struct RowPageQuery: Query {
    /// Of one value; longer ones come as heads.
    public static let valueBytes = 2048
    /// Of all rows of a page together.
    public static let bytes = 750_000
    /// Rows of a page at most, with few columns.
    public static let mostRows = 200

    public let source: RowSource
    public let position: PagePosition
    private let columns: [RowColumn]
    private let expressions: [DatumExpression]
    private let keyset: Keyset?

    /// - Parameter position: without paging by key, only the first page is there to be had.
    public init(_ source: RowSource, _ position: PagePosition = .first) {
        self.source = source
        let columns = source.readable
        self.columns = columns
        if case .keyset(let parts) = source.paging {
            self.position = position
            keyset = Keyset(parts: parts)
        } else {
            self.position = .first
            keyset = nil
        }
        let key = Set(source.facts.key.map(\.column))
        expressions = columns.map { column in
            // A key is cut later than other values: what is not whole cannot be gone on from. One row alone always fits a page.
            let budget = key.contains(column.number) ? min(8192, 100_000 / key.count) : min(Self.valueBytes, 600_000 / columns.count)
            return DatumExpression(content: column.content, budget: budget, isShort: columns.count > 100)
        }
    }

    /// The LIMIT: fewer rows of many columns.
    var rows: Int { max(10, min(Self.mostRows, 5_000 / max(1, columns.count))) }

    // Each level is kept apart by its LIMIT or OFFSET, so that a value is turned into text once and only for the rows of the page. The
    // running total of bytes keeps the page small when every row is large; its first row is always sent.
    public func statement(on server: ServerVersion) -> Statement {
        let places = columns.indices
        let read = places.map { "r.\(quotedIdentifier(columns[$0].name)) AS c\($0)" } + physicalColumns.map { "r.\($0)" }
        let printed = places.map { "\(expressions[$0].asText("raw.c\($0)")) AS c\($0)" } + physicalColumns.map { "raw.\($0)" }
        let cut = places.map { "\(expressions[$0].cut("t.c\($0)")) AS c\($0)" } + physicalColumns.map { "t.\($0)" }
        return Statement(
            """
            SELECT p.* FROM (
              SELECT s.*, pg_catalog.row_number() OVER () AS place, pg_catalog.count(*) OVER () AS found,
                pg_catalog.sum(pg_catalog.pg_column_size(s)) OVER (ROWS UNBOUNDED PRECEDING) AS bytes
              FROM (SELECT \(cut.joined(separator: ", "))
                FROM (SELECT \(printed.joined(separator: ", "))
                  FROM (SELECT \(read.joined(separator: ", "))
                    FROM \(source.facts.relation.quoted) AS r
                    \(selection) LIMIT \(rows + 1)) AS raw OFFSET 0) AS t OFFSET 0) AS s) AS p
            WHERE p.place OPERATOR(pg_catalog.=) 1 OR p.bytes OPERATOR(pg_catalog.<=) \(Self.bytes)
            ORDER BY p.place
            """, parameters)
    }

    public func decode(_ answer: RowSet, from server: ServerVersion) throws(DecodingFailure) -> RowPage {
        var decoded: [DataRow] = []
        for row in answer.prefix(rows) {
            var values: [Datum?] = []
            values.reserveCapacity(columns.count)
            for (place, expression) in expressions.enumerated() {
                guard let sent: String = try row.optional("c\(place)") else {
                    values.append(nil)
                    continue
                }
                guard let datum = expression.datum(sent) else {
                    throw DecodingFailure(column: "c\(place)", row: row.index, expected: "a value with its mark", found: sent)
                }
                values.append(datum)
            }
            decoded.append(DataRow(values: values, locator: try locator(of: row, values)))
        }
        let found: Int = try answer.first?.value("found") ?? 0
        let hasMore = found > decoded.count
        if position.isBackward { decoded.reverse() }
        return RowPage(
            columns: columns, rows: decoded, position: position,
            hasPrevious: position.isBackward ? hasMore : position != .first, hasNext: position.isBackward ? position != .last : hasMore)
    }

    private var selection: String {
        guard let keyset else { return "" }
        let order = keyset.order(backward: position.isBackward)
        switch position {
        case .first, .last: return order
        case .after, .before: return "WHERE \(keyset.beyond(backward: position.isBackward)) \(order)"
        }
    }

    private var parameters: [Parameter] {
        switch position {
        case .first, .last: []
        case .after(let key), .before(let key): keyset?.parameters(key) ?? []
        }
    }

    /// Where rows can be found again by nothing else. System columns want SELECT on the whole relation, and a foreign table may have none.
    private var physicalColumns: [String] {
        guard keyset == nil, source.facts.maySelect, !source.facts.hasForeignDescendants else { return [] }
        switch source.facts.kind {
        case .table, .partitionedTable, .materializedView, .sequence, .toastTable: return ["tableoid", "ctid"]
        case .view, .foreignTable, .index, .partitionedIndex, .compositeType: return []
        }
    }

    private func locator(of row: Row, _ values: [Datum?]) throws(DecodingFailure) -> RowLocator {
        if let keyset {
            let key = keyset.parts.compactMap { part in
                columns.firstIndex { $0.number == part.column.number }.flatMap { values[$0] }.flatMap { $0.isCut ? nil : $0.text }
            }
            if key.count == keyset.parts.count { return .key(key) }
        } else if !physicalColumns.isEmpty {
            return .physical(table: try row.value("tableoid"), ctid: try row.value("ctid"))
        }
        return .place(row.index)
    }
}

extension UnitLimits {
    /// For the reading of rows: nobody waits long for a look.
    public static let rows = UnitLimits(statement: .seconds(5), lock: .milliseconds(300), deadline: .seconds(8))
}
