/// PostgreSQL's text form of a one-dimensional array: `{a,"b c",NULL}`, with its bounds where they don't begin at 1: `[0:1]={1,2}`.
enum ArrayLiteral {
    /// - Returns: nil where the text is no such array, or one of more dimensions. NULL elements are nil.
    static func elements(of text: String) -> [String?]? {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "[") {
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            rest = rest[rest.index(after: equals)...]
        }
        guard rest.popFirst() == UInt8(ascii: "{"), rest.popLast() == UInt8(ascii: "}") else { return nil }
        guard !rest.isEmpty else { return [] }
        var elements: [String?] = []
        while true {
            guard let element = nextElement(&rest) else { return nil }
            elements.append(element.text)
            guard let separator = rest.popFirst() else { return elements }
            guard separator == UInt8(ascii: ",") else { return nil }
        }
    }

    private struct Element {
        let text: String?
    }

    /// Whatever is part of the syntax is ASCII, so the bytes of other characters pass as they are.
    private static func nextElement(_ rest: inout Substring.UTF8View) -> Element? {
        guard rest.first == UInt8(ascii: "\"") else {
            let bare = rest.prefix { $0 != UInt8(ascii: ",") }
            rest = rest[bare.endIndex...]
            guard !bare.isEmpty, !bare.contains(where: isSyntax) else { return nil }
            let text = String(Substring(bare))
            // Only unquoted is it NULL; a quoted one is the word.
            return Element(text: bare.count == 4 && text.uppercased() == "NULL" ? nil : text)
        }
        rest = rest.dropFirst()
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return Element(text: String(decoding: text, as: UTF8.self))
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                text.append(escaped)
            default: text.append(byte)
            }
        }
        return nil
    }

    private static func isSyntax(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "\\"): true
        default: false
        }
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
