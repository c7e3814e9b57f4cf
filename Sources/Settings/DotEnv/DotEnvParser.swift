/// The grammar of python-dotenv 1.2.2 (its parser.py), statement by statement.
///
/// A statement that does not parse is skipped to the end of the line where parsing stopped, which is not always the line where it
/// began: the rest of the file counts as python-dotenv would count it.
struct DotEnvParser {
    /// One statement of the file.
    enum Statement: Equatable {
        /// `value` is nil for a name without `=`.
        case binding(key: String, value: String?, line: Int)
        /// Comment lines and the white space at the end of the file.
        case nothing
        case malformed(DotEnvDefect)
        /// Parses, but its name or value is not UTF-8.
        case undecodable(DotEnvDefect)
    }

    private struct Mismatch: Error {}

    private let text: [UInt32]
    private var position = 0
    private var line = 1

    init(_ text: DotEnvText) { self.text = text.scalars }

    /// The next statement; nil at the end of the file.
    mutating func next() -> Statement? {
        guard position < text.count else { return nil }
        let markedLine = line
        skip(while: isPythonWhitespace)
        guard position < text.count else { return .nothing }
        let start = position
        let startLine = line
        do {
            let binding = try parseBinding()
            guard let key = binding.key else { return .nothing }
            let value = binding.value.map(DotEnvText.string)
            guard let name = DotEnvText.string(key), value != .some(nil) else {
                return .undecodable(DotEnvDefect(line: startLine, statementLine: markedLine, text: text[start..<position]))
            }
            return .binding(key: name, value: value ?? nil, line: startLine)
        } catch {
            skip { $0 != 0x0A }
            if position < text.count { advance() }
            return .malformed(DotEnvDefect(line: startLine, statementLine: markedLine, text: text[start..<position]))
        }
    }

    private mutating func parseBinding() throws(Mismatch) -> (key: [UInt32]?, value: [UInt32]?) {
        skipExport()
        let key = try parseKey()
        skip(while: Self.isHorizontalSpace)
        var value: [UInt32]?
        if peek == "=" {
            advance()
            skip(while: Self.isHorizontalSpace)
            value = try parseValue()
        }
        skipComment()
        try parseEndOfLine()
        return (key, value)
    }

    private mutating func skipExport() {
        let word = "export".unicodeScalars.map(\.value)
        let after = position + word.count
        guard text[position...].starts(with: word), after < text.count, Self.isHorizontalSpace(text[after]) else { return }
        position = after
        skip(while: Self.isHorizontalSpace)
    }

    private mutating func parseKey() throws(Mismatch) -> [UInt32]? {
        if peek == "#" { return nil }
        if peek == "'" {
            guard let close = text[(position + 1)...].firstIndex(of: Self.code("'")), close > position + 1 else { throw Mismatch() }
            let key = Array(text[position + 1..<close])
            advance(to: close + 1)
            return key
        }
        let key = text[position...].prefix { $0 != Self.code("=") && $0 != Self.code("#") && !isPythonWhitespace($0) }
        guard !key.isEmpty else { throw Mismatch() }
        position = key.endIndex
        return Array(key)
    }

    private mutating func parseValue() throws(Mismatch) -> [UInt32] {
        switch peek {
        case "'": try DotEnvEscapes.single(parseQuoted(Self.code("'")))
        case "\"": try DotEnvEscapes.double(parseQuoted(Self.code("\"")))
        case nil, "\n": []
        default: parseUnquoted()
        }
    }

    /// `'((?:\\'|[^'])*)'`: a backslash keeps the quote that follows it from closing, unless no other quote closes the value; then
    /// backtracking closes it at the last one so kept.
    private mutating func parseQuoted(_ quote: UInt32) throws(Mismatch) -> [UInt32] {
        let start = position + 1
        var lastEscaped: Int?
        var index = start
        while index < text.count, text[index] != quote {
            if text[index] == Self.code("\\"), index + 1 < text.count, text[index + 1] == quote {
                lastEscaped = index + 1
                index += 1
            }
            index += 1
        }
        guard let close = index < text.count ? index : lastEscaped else { throw Mismatch() }
        advance(to: close + 1)
        return Array(text[start..<close])
    }

    /// To the end of the line, less a comment that white space sets apart and the white space at the end.
    private mutating func parseUnquoted() -> [UInt32] {
        let part = text[position...].prefix { $0 != 0x0A }
        position = part.endIndex
        var end = part.endIndex
        for index in part.indices.dropFirst() where part[index] == Self.code("#") && isPythonWhitespace(part[index - 1]) {
            end = index
            break
        }
        while end > part.startIndex, isPythonWhitespace(part[end - 1]) { end -= 1 }
        return Array(part[..<end])
    }

    private mutating func skipComment() {
        let spaces = text[position...].prefix(while: Self.isHorizontalSpace)
        guard spaces.endIndex < text.count, text[spaces.endIndex] == Self.code("#") else { return }
        position = spaces.endIndex
        skip { $0 != 0x0A }
    }

    private mutating func parseEndOfLine() throws(Mismatch) {
        let spaces = text[position...].prefix(while: Self.isHorizontalSpace)
        guard spaces.endIndex == text.count || text[spaces.endIndex] == 0x0A else { throw Mismatch() }
        position = spaces.endIndex
        if position < text.count { advance() }
    }

    private var peek: Unicode.Scalar? { position < text.count ? Unicode.Scalar(text[position]) : nil }

    private mutating func advance() { advance(to: position + 1) }

    private mutating func advance(to end: Int) {
        line += text[position..<end].count { $0 == 0x0A }
        position = end
    }

    private mutating func skip(while condition: (UInt32) -> Bool) {
        advance(to: text[position...].prefix(while: condition).endIndex)
    }

    private static func isHorizontalSpace(_ scalar: UInt32) -> Bool { scalar != 0x0A && isPythonWhitespace(scalar) }

    private static func code(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
}
