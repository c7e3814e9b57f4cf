import PostgresCatalog
import PostgresClient

@testable import Dashboard

/// 450 rows of the fixture's table `orders`, walked through by its key as a server would.
enum OrderRows {
    static let columns = [
        RowColumn(number: 1, name: "customer", type: "integer", baseType: OID(23), category: "N"),
        RowColumn(number: 2, name: "id", type: "bigint", baseType: OID(20), category: "N"),
        RowColumn(number: 3, name: "note", type: "text", baseType: OID(25), category: "S"),
        RowColumn(number: 4, name: "paid", type: "boolean", baseType: OID(16), category: "B"),
        RowColumn(number: 5, name: "doc", type: "jsonb", baseType: OID(3802), category: "U"),
        RowColumn(number: 6, name: "raw", type: "bytea", baseType: OID(17), category: "U"),
    ]
    static let secret = RowColumn(number: 7, name: "secret", type: "text", baseType: OID(25), category: "S", mayRead: false)

    static func source(_ change: (inout RowSource) -> Void = { _ in }) -> RowSource {
        var source = RowSource(
            facts: RowSourceFacts(
                relation: RelationName(oid: OID(20002), schema: "public", name: "orders"), kind: .table, role: "lectura",
                key: [.init(column: 2, operatorSchema: "pg_catalog")]),
            columns: columns)
        change(&source)
        return source
    }

    static func row(_ id: Int) -> DataRow {
        let notes: [Datum?] = [
            Datum("plain"), nil, Datum(""), Datum("NULL"), Datum(String(repeating: "消費税 ", count: 90), wholeLength: 1_258_291),
            Datum("a\u{1b}[31m\nb"),
        ]
        let values: [Datum?] = [
            Datum("\(id * 37 % 1000)"), Datum("\(id)"), notes[id % notes.count], id % 4 == 0 ? nil : Datum(id % 2 == 0 ? "t" : "f"),
            Datum("{\"id\":\(id),\"tags\":[\"a b\",{}]}"), Datum(String(repeating: "00ff", count: id % 9)),
        ]
        return DataRow(values: values, locator: .key(["\(id)"]))
    }

    static func answer(_ request: RowsRequest, from source: RowSource = source()) -> RowsFound {
        guard request.allows(source) else { return RowsFound(source: source, page: nil) }
        let last = 450
        let size = 200
        let ids: ClosedRange<Int> =
            switch request.position {
            case .first: 1...size
            case .last: last - size + 1...last
            case .after(let key): Int(key[0])! + 1...min(last, Int(key[0])! + size)
            case .before(let key): max(1, Int(key[0])! - size)...Int(key[0])! - 1
            }
        let page = RowPage(
            columns: source.readable,
            rows: ids.map { id in DataRow(values: Array(row(id).values.prefix(source.readable.count)), locator: row(id).locator) },
            position: request.position, hasPrevious: ids.lowerBound > 1, hasNext: ids.upperBound < last)
        return RowsFound(source: source, page: page)
    }
}
