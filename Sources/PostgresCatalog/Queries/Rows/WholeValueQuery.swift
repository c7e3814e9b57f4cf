public import PostgresClient

/// One value of one row, as much as ``WholeValueQuery/bytes`` of it.
public struct WholeValueQuery: Query {
    /// Of the text that is sent; of bytea that is two digits a byte.
    public static let bytes = 1_000_000

    /// What was found where the row had been.
    public enum Found: Sendable, Hashable {
        /// nil is NULL.
        case value(Datum?)
        /// There is no such row any more.
        case noRow
    }

    public let source: RowSource
    public let column: RowColumn
    public let locator: RowLocator

    public init(_ source: RowSource, _ column: RowColumn, of locator: RowLocator) {
        self.source = source
        self.column = column
        self.locator = locator
    }

    private var expression: DatumExpression { DatumExpression(content: column.content, budget: Self.bytes) }

    public func statement(on server: ServerVersion) -> Statement {
        let (selection, parameters) = place
        return Statement(
            """
            SELECT \(expression.cut("t.c")) AS value
            FROM (SELECT \(expression.asText("raw.c")) AS c
              FROM (SELECT r.\(quotedIdentifier(column.name)) AS c
                FROM \(source.facts.relation.quoted) AS r \(selection)) AS raw OFFSET 0) AS t
            """, parameters)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Found {
        guard let row = rows.first else { return .noRow }
        guard let sent: String = try row.optional("value") else { return .value(nil) }
        guard let datum = expression.datum(sent) else {
            throw DecodingFailure(column: "value", row: 0, expected: "a value with its mark", found: sent)
        }
        return .value(datum)
    }

    private var place: (String, [Parameter]) {
        switch locator {
        case .key(let key):
            guard case .keyset(let parts) = source.paging, parts.count == key.count else { return ("LIMIT 0", []) }
            let keyset = Keyset(parts: parts)
            return ("WHERE \(keyset.isRow) LIMIT 1", keyset.parameters(key))
        case .physical(let table, let ctid):
            let selection = "WHERE r.ctid OPERATOR(pg_catalog.=) $1 AND r.tableoid OPERATOR(pg_catalog.=) $2 LIMIT 1"
            return (selection, [Parameter(text: ctid, type: 27), .oid(table)])
        case .place(let place): return ("LIMIT 1 OFFSET \(place)", [])
        }
    }
}
