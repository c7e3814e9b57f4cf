/// A table of psql's as Markdown: the title in bold, a pipe table, the footers as preformatted text. What its cells hold is shown as it
/// is: nothing in them is taken for markup.
public struct MarkdownTable: Sendable {
    private let table: PsqlTable

    public init(_ table: PsqlTable) { self.table = table }

    /// Ends with an empty line.
    public var text: String {
        var lines: [String] = []
        if let title = table.title { lines += ["**\(Self.escaped(title))**", ""] }
        if !table.columns.isEmpty {
            lines.append(Self.line(table.columns.map { Self.escaped($0.header) }))
            lines.append(Self.line(table.columns.map { $0.alignment == .right ? "---:" : "---" }))
            for row in table.rows { lines.append(Self.line(row.map(Self.escaped))) }
            lines.append("")
        }
        if !table.footers.isEmpty {
            let fence = Self.fence(around: table.footers)
            lines += [fence] + table.footers + [fence, ""]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// Longer than any run of backticks within.
    private static func fence(around lines: [String]) -> String {
        var longest = 0
        var run = 0
        for byte in lines.joined(separator: "\n").utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n": escaped += "<br>"
            case "\r": escaped += "\\\\r"
            case "\t": escaped += " "
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            // Within a word it emphasizes nothing.
            case "_" where previous?.isWordPart == true && index + 1 < scalars.count && scalars[index + 1].isWordPart: escaped += "_"
            case "\\", "`", "*", "_", "[", "]", "|", "~": escaped += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += "&lt;U+\(String(scalar.value, radix: 16, uppercase: true))>"
            default: escaped.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return escaped
    }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool { self != "_" && (properties.isAlphabetic || properties.numericType != nil) }
}
