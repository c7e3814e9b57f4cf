extension SQLSyntax {
    /// An expression as the server prints it in its pretty form, fit for a DEFAULT: outside parentheses that takes no operator which is a word.
    static func defaultExpression(_ expression: String) -> String {
        words(outsideParentheses: expression).contains(where: operators.contains) ? "(\(expression))" : expression
    }

    private static let operators: Set<String> = [
        "NOT", "AND", "OR", "IS", "IN", "LIKE", "ILIKE", "SIMILAR", "BETWEEN", "COLLATE", "AT", "OVERLAPS",
    ]

    /// The words of upper-case letters that stand in no quotes, parentheses or brackets. A quote that is doubled ends one text and begins
    /// the next, which comes to the same; a backslash takes the next letter with it where the text began with E.
    private static func words(outsideParentheses expression: String) -> [String] {
        var words: [String] = []
        var (word, depth) = ("", 0)
        var quote: Unicode.Scalar?
        var (hasEscapes, isEscaped) = (false, false)
        for scalar in expression.unicodeScalars {
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if hasEscapes, scalar == "\\" {
                    isEscaped = true
                } else if scalar == open {
                    quote = nil
                }
                continue
            }
            if depth == 0, ("A"..."Z").contains(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            switch scalar {
            case "'", "\"": (quote, hasEscapes) = (scalar, scalar == "'" && word == "E")
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            default: break
            }
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        return word.isEmpty ? words : words + [word]
    }
}
