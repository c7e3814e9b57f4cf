/// The SQL that turns a column into text and cuts it on the server, and the reading of what comes back.
///
/// A value that is whole travels as `=` and its text; a head as the length of the whole in bytes, a colon and the head. bytea always travels
/// with its length, as hexadecimal digits.
struct DatumExpression {
    let content: RowColumn.Content
    /// Bytes at most of the text that is sent.
    let budget: Int
    /// Of many columns: a statement short enough for a slow link is worth more than all that the budget allows.
    var isShort = false

    /// The column as the cutting needs it. Never a cast to text of a type that is not built in: such a cast may be another role's
    /// function. concat() calls the type's output function, as psql's own reading does.
    func asText(_ column: String) -> String {
        switch content {
        case .text: "\(column)::pg_catalog.text"
        case .bytes: "\(column)::pg_catalog.bytea"
        // Of a row type IS NULL holds when all its fields are; this asks for the value itself.
        case .json, .xml, .boolean, .other: "CASE WHEN \(column) IS DISTINCT FROM NULL THEN pg_catalog.concat(\(column)) END"
        }
    }

    /// Cuts by whole characters: half and then a quarter of the budget where they are of several bytes, so that it is never passed.
    func cut(_ text: String) -> String {
        let length = "pg_catalog.octet_length(\(text))"
        guard content != .bytes else {
            let head = "pg_catalog.encode(pg_catalog.substring(\(text), 1, \(max(1, budget / 2))), 'hex')"
            return "CASE WHEN \(text) IS NOT NULL THEN pg_catalog.concat(\(length), ':', \(head)) END"
        }
        let whole = "WHEN \(length) OPERATOR(pg_catalog.<=) \(budget) THEN pg_catalog.concat('=', \(text))"
        return "CASE \(whole) WHEN \(text) IS NOT NULL THEN pg_catalog.concat(\(length), ':', pg_catalog.left(\(text), \(count(text)))) END"
    }

    /// The characters of a head.
    private func count(_ text: String) -> String {
        let quarter = String(max(1, budget / 4))
        guard !isShort else { return quarter }
        func fits(_ count: Int) -> String {
            "WHEN pg_catalog.octet_length(pg_catalog.left(\(text), \(count))) OPERATOR(pg_catalog.<=) \(budget) THEN \(count)"
        }
        return "CASE \(fits(budget)) \(fits(budget / 2)) ELSE \(quarter) END"
    }

    /// - Returns: nil where what came is of neither form.
    func datum(_ sent: String) -> Datum? {
        // By bytes: a combining mark after the sign would make one character of both.
        let bytes = sent.utf8
        if bytes.first == UInt8(ascii: "=") { return Datum(String(sent[bytes.index(after: bytes.startIndex)...])) }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let length = Int(sent[..<colon]) else { return nil }
        let text = String(sent[bytes.index(after: colon)...])
        let isWhole = content == .bytes && text.utf8.count == 2 * length
        return Datum(text, wholeLength: isWhole ? nil : length)
    }
}
