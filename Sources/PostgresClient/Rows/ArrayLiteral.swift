/// PostgreSQL's text form of a one-dimensional array: `{a,"b c",NULL}`, with its bounds where they don't begin at 1: `[0:1]={1,2}`.
enum ArrayLiteral {
    /// - Returns: nil where the text is no such array, or one of more dimensions. NULL elements are nil.
    static func elements(of text: String) -> [String?]? {
        var rest = text[...]
        if rest.first == "[" {
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            rest = rest[rest.index(after: equals)...]
        }
        guard rest.popFirst() == "{", rest.popLast() == "}" else { return nil }
        guard !rest.isEmpty else { return [] }
        var elements: [String?] = []
        while true {
            guard let element = nextElement(&rest) else { return nil }
            elements.append(element.text)
            guard let separator = rest.popFirst() else { return elements }
            guard separator == "," else { return nil }
        }
    }

    private struct Element {
        let text: String?
    }

    private static func nextElement(_ rest: inout Substring) -> Element? {
        guard rest.first == "\"" else {
            let bare = rest.prefix { $0 != "," }
            rest = rest.dropFirst(bare.count)
            guard !bare.isEmpty, !bare.contains(where: { "{}\"\\".contains($0) }) else { return nil }
            // Only unquoted is it NULL; a quoted one is the word.
            return Element(text: bare.uppercased() == "NULL" ? nil : String(bare))
        }
        // By scalars: a combining mark after a quote or backslash would make one character of both.
        var scalars = rest.unicodeScalars.dropFirst()
        var text = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"":
                rest = Substring(scalars)
                return Element(text: String(text))
            case "\\":
                guard let escaped = scalars.popFirst() else { return nil }
                text.append(escaped)
            default: text.append(scalar)
            }
        }
        return nil
    }
}

extension Array: RowValue where Element: RowValue {
    /// `name[]`, `text[]`, `oid[]` ...: one dimension, no NULL elements.
    public init?(postgresText text: String) {
        guard let elements = ArrayLiteral.elements(of: text) else { return nil }
        self = []
        reserveCapacity(elements.count)
        for element in elements {
            guard let element, let value = Element(postgresText: element) else { return nil }
            append(value)
        }
    }
}
