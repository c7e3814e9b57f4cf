import PostgresClient
import Testing

@Suite struct RowTests {
    private let rows = RowSet(columns: ["name", "size"], cells: ["a", "1", "b", nil])

    @Test("values are found by their column's name")
    func byName() throws {
        #expect(rows.count == 2)
        #expect(try rows[0].value("name", as: String.self) == "a")
        #expect(try rows[0].value("size", as: Int.self) == 1)
        #expect(try rows[1].optional("size", as: Int.self) == nil)
    }

    @Test("NULL where a value must be, a wrong type and a missing column each name the column")
    func failures() {
        let null = #expect(throws: DecodingFailure.self) { try rows[1].value("size", as: Int.self) }
        #expect(null?.column == "size")
        #expect(null?.row == 1)
        let wrong = #expect(throws: DecodingFailure.self) { try rows[0].value("name", as: Int.self) }
        #expect(wrong?.description == #"column "name" of row 1: expected Int, found "a""#)
        let missing = #expect(throws: DecodingFailure.self) { try rows[0].optional("weight", as: Int.self) }
        #expect(missing?.column == "weight")
    }
}
