internal import DisplayText
internal import PostgresCatalog
internal import Terminal

/// The columns of a page as a table shows them, measured once when the page comes.
struct RowsGrid: Sendable, Hashable {
    /// Cells of a column at most, and of the first one, which stays while the others scroll.
    private static let widest = 40
    private static let widestFirst = 24

    /// The page's columns in the order shown: the key's first column leads, so that it is the one that stays.
    private(set) var order: [Int] = []
    private(set) var columns: [TableColumn] = []

    init() {}

    init(_ page: RowPage, _ source: RowSource?) {
        let key = source?.facts.key.first?.column
        let first = page.columns.firstIndex { $0.number == key } ?? 0
        order = page.columns.indices.filter { $0 == first } + page.columns.indices.filter { $0 != first }
        columns = order.enumerated().map { place, index in
            let column = page.columns[index]
            let bound = place == 0 ? Self.widestFirst : Self.widest
            let title = DisplayText.visible(column.name)
            let widest = page.rows.reduce(DisplayText.width(of: title)) { width, row in
                width >= bound ? width : max(width, cellText(row.values[index], column, width: bound).width)
            }
            let width = max(1, min(bound, widest))
            return TableColumn(
                DisplayText.truncated(title, to: width), minimum: width, ideal: width, alignment: column.category == "N" ? .right : .left)
        }
    }
}

/// A value in one cell: NULL told apart from the text by its look, a cut one and any bytea with the length of the whole.
/// - Parameter width: of the cell; what lies beyond is not made ready.
func cellText(_ value: Datum?, _ column: RowColumn, width: Int, ellipsis: Character = ".") -> StyledText {
    guard let value else { return StyledText("NULL", .null) }
    let bytes = value.wholeLength ?? (column.content == .bytes ? value.text.utf8.count / 2 : nil)
    let length = bytes.map { StyledText(" " + byteSize(Int64($0)), .muted) } ?? ""
    let room = max(1, width - length.width)
    let text = valueInLine(value, column, room)
    return (length.isEmpty ? text : text.truncated(to: room, ellipsis: ellipsis)) + length
}

private func valueInLine(_ value: Datum, _ column: RowColumn, _ room: Int) -> StyledText {
    // One more than fits, so that the cut is seen; a character takes at least one scalar.
    let head = String(String.UnicodeScalarView(value.text.unicodeScalars.prefix(room * 2 + 2)))
    switch column.content {
    case .boolean: return StyledText(head == "t" ? "true" : "false", .literal)
    case .bytes: return StyledText(outside: "\\x" + head, .literal)
    // The text NULL in quotes: without colours it would look as the absence of one.
    case .text where value.text == "NULL": return StyledText("'NULL'")
    case .text, .json, .xml, .other: return StyledText(outside: head, column.category == "N" || column.category == "D" ? .literal : .text)
    }
}
