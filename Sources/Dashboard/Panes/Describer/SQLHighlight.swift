internal import Terminal

/// Gives the words of SQL their roles: keywords as the server and most people write them, in capitals; literals, comments and quoted
/// identifiers, also over several lines. What was made visible by the door for text from outside keeps its role.
struct SQLHighlight {
    private enum State {
        case code, string, identifier, lineComment
        case blockComment(depth: Int)
    }

    private var state = State.code
    private var spans: [Span] = []

    /// - Parameter lines: of one text, in their order.
    static func roles(_ lines: [StyledText]) -> [StyledText] {
        var highlight = SQLHighlight()
        return lines.map { highlight.line($0) }
    }

    private mutating func line(_ line: StyledText) -> StyledText {
        spans = []
        for span in line.spans {
            if span.role == .escaped { spans.append(span) } else { scan(span.text.unicodeScalars[...], role: span.role) }
        }
        if case .lineComment = state { state = .code }
        return StyledText(spans)
    }

    private mutating func scan(_ text: Substring.UnicodeScalarView, role: Role) {
        var rest = text
        while let first = rest.first {
            switch state {
            case .code:
                if rest.starts(with: "--".unicodeScalars) {
                    state = .lineComment
                } else if rest.starts(with: "/*".unicodeScalars) {
                    take(2, of: &rest, .comment)
                    state = .blockComment(depth: 1)
                } else if first == "'" || first == "\"" {
                    state = first == "'" ? .string : .identifier
                    take(1, of: &rest, first == "'" ? .literal : .identifier)
                } else {
                    let word = rest.prefix(while: Self.isWord)
                    let isKeyword = word.count > 1 && word.allSatisfy { ("A"..."Z").contains($0) || $0 == "_" }
                    take(max(1, word.count), of: &rest, isKeyword ? .key : role)
                }
            case .string: takeQuoted("'", of: &rest, .literal)
            case .identifier: takeQuoted("\"", of: &rest, .identifier)
            case .lineComment: take(rest.count, of: &rest, .comment)
            case .blockComment(let depth): takeBlockComment(depth, of: &rest)
            }
        }
    }

    /// To the closing quote, which a doubled one opens again.
    private mutating func takeQuoted(_ quote: Unicode.Scalar, of rest: inout Substring.UnicodeScalarView, _ role: Role) {
        let body = rest.prefix { $0 != quote }
        if body.count < rest.count { state = .code }
        take(min(body.count + 1, rest.count), of: &rest, role)
    }

    private mutating func takeBlockComment(_ depth: Int, of rest: inout Substring.UnicodeScalarView) {
        if rest.starts(with: "*/".unicodeScalars) {
            take(2, of: &rest, .comment)
            state = depth == 1 ? .code : .blockComment(depth: depth - 1)
        } else if rest.starts(with: "/*".unicodeScalars) {
            take(2, of: &rest, .comment)
            state = .blockComment(depth: depth + 1)
        } else {
            take(1, of: &rest, .comment)
        }
    }

    private mutating func take(_ count: Int, of rest: inout Substring.UnicodeScalarView, _ role: Role) {
        let text = String(rest.prefix(count))
        if let last = spans.indices.last, spans[last].role == role { spans[last].text += text } else { spans.append(Span(text, role)) }
        rest.removeFirst(count)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_", "$": true
        default: scalar.value >= 0x80
        }
    }
}
