import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("Values to be read") struct ValueTextTests {
    @Test(
        "json is indented, with nothing of it changed",
        arguments: [
            ("{\"a\" : 1.50,\"a\":[ ]}", "{\n  \"a\": 1.50,\n  \"a\": []\n}"), ("[]", "[]"), ("{}", "{}"), ("\"{,}\"", "\"{,}\""),
            ("[\"\\\"[\",null]", "[\n  \"\\\"[\",\n  null\n]"), ("[[1],{\"é\":{}}]", "[\n  [\n    1\n  ],\n  {\n    \"é\": {}\n  }\n]"),
            ("{\"a\":[1,\"cut", "{\n  \"a\": [\n    1,\n    \"cut"), ("]}", "\n]\n}"),
        ])
    func json(_ text: String, _ indented: String) { #expect(indentedJSON(text) == indented) }

    @Test("bytes are dumped sixteen a line") func bytes() {
        let lines = hexDump("00ff41" + String(repeating: "20", count: 14)).map(\.plainText)
        #expect(
            lines == [
                "00000000  00 ff 41 20 20 20 20 20 20 20 20 20 20 20 20 20  ..A             ",
                "00000010  20                                                ",
            ])
        #expect(hexDump("").isEmpty)
    }

    @Test("a long line is wrapped without loss, and the clipboard takes the value as it was") func wrapping() {
        let column = RowColumn(number: 1, name: "v", type: "text", baseType: OID(25), category: "S")
        let value = "a  b" + String(repeating: "消", count: 30) + "\n\tz\n"
        let text = valueText(Datum(value), column, width: 20)
        #expect(text.lines.allSatisfy { $0.width <= 20 })
        #expect(text.lines.map(\.plainText).joined() == "a  b" + String(repeating: "消", count: 30) + "        z")
        #expect(text.wholeText == value)
        let cut = valueText(Datum("head", wholeLength: 3_145_728), column, width: 40)
        #expect(cut.lines.last?.plainText == "cut here: the whole is 3.0 MB")
    }
}
