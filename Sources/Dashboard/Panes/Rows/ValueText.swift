internal import PostgresCatalog
internal import Terminal

/// A value to be read: json indented, bytea as a hexadecimal dump, anything else wrapped. The clipboard takes it as the server printed it.
func valueText(_ value: Datum, _ column: RowColumn, width: Int) -> ReaderText {
    var lines: [StyledText]
    switch column.content {
    case .json:
        lines = indentedJSON(value.text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedValue($0, width: width) }
    case .bytes: lines = hexDump(value.text)
    case .boolean: lines = [StyledText(value.text == "t" ? "true" : "false", .literal)]
    case .text, .xml, .other:
        lines = value.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrappedValue(Substring($0), width: width) }
    }
    if let length = value.wholeLength {
        lines.append("")
        lines.append(StyledText(cutWords(length), .warning))
    }
    return ReaderText(lines, original: printed(value, column))
}

/// A value, or its head, as the server prints it.
func printed(_ value: Datum, _ column: RowColumn) -> String { (column.content == .bytes ? "\\x" : "") + value.text }

private func cutWords(_ length: Int) -> String { "cut here: the whole is \(byteSize(Int64(length)))" }

/// The answer to the question for a value in full, with a word of warning where it may be another row's.
func foundText(_ found: WholeValueQuery.Found, _ request: ValueRequest, width: Int) -> ReaderText {
    switch found {
    case .noRow: return ReaderText([StyledText("the row is no longer there; the page is older than that", .warning)])
    case .value(nil): return ReaderText([StyledText("NULL", .null), StyledText("it is no longer what the page shows", .warning)])
    case .value(let value?):
        let text = valueText(value, request.column, width: width)
        return value.text.utf8.starts(with: request.shown.text.utf8)
            ? text
            : text.headed(StyledText("it is no longer what the page shows: the row was changed, or another one is in its place", .warning))
    }
}

/// A whole row, a column after the other, as far as the page has it. The clipboard takes the values as the server printed them.
func recordText(_ page: RowPage, _ row: Int, width: Int) -> ReaderText {
    var lines: [StyledText] = []
    var original = ""
    for (column, value) in zip(page.columns, page.rows[row].values) {
        lines.append(StyledText(outside: column.name, .heading) + StyledText(outside: "  " + column.type, .type))
        let text = value.map { valueText($0, column, width: width - 2).lines } ?? [StyledText("NULL", .null)]
        lines += text.map { "  " + $0 }
        original += "\(column.name)  \(column.type)\n" + indented(value.map { printed($0, column) } ?? "NULL")
        if let length = value?.wholeLength { original += indented(cutWords(length)) }
    }
    return ReaderText(lines, original: original)
}

/// Sixteen bytes a line: where they are, their digits, and what they are in ASCII.
func hexDump(_ digits: String) -> [StyledText] {
    let bytes = Array(digits.utf8)
    return stride(from: 0, to: bytes.count, by: 32).map { start in
        let line = bytes[start..<min(start + 32, bytes.count)]
        let pairs = stride(from: line.startIndex, to: line.endIndex - 1, by: 2).map { String(decoding: line[$0...$0 + 1], as: UTF8.self) }
        let text = pairs.map { pair -> Character in
            let byte = UInt8(pair, radix: 16) ?? 0
            return (0x20..<0x7F).contains(byte) ? Character(Unicode.Scalar(byte)) : "."
        }
        let place = String(start / 2, radix: 16)
        let left = String(repeating: "0", count: max(0, 8 - place.count)) + place
        return StyledText(left, .muted) + StyledText(pad("  " + pairs.joined(separator: " "), to: 51), .literal) + StyledText(String(text))
    }
}

/// A line of a value in lines of so many columns at most: nothing of it is left out, unlike in ``wrapped(_:width:)``.
private func wrappedValue(_ line: Substring, width: Int) -> [StyledText] {
    let whole = StyledText(outside: withoutTabs(String(line)))
    guard whole.width > width else { return [whole] }
    return whole.wrapped(to: width)
}
