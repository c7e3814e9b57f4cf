import PostgresClient

/// The parts of a pattern, as regular expressions without their anchors.
struct ParsedPattern {
    /// The last part.
    private(set) var name = ""
    /// The last but one; nil where there is none.
    private(set) var schema: String?
    /// What stands before the first dot, its quotes resolved and no character escaped: a database's name.
    private(set) var firstPart = ""
    /// Unquoted ones, which part the names; where the scope is a name alone they are counted all the same.
    private(set) var dots = 0

    init(_ text: String, _ scope: NamePattern.Scope, on server: ServerVersion) {
        // By scalars: a combining mark after a dot or quote would make one character of both.
        var rest = text.unicodeScalars[...]
        var isQuoted = false
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                if isQuoted, rest.first == "\"" {
                    rest.removeFirst()
                    append("\"", literally: "\"")
                } else {
                    isQuoted.toggle()
                }
            case "A"..."Z" where !isQuoted:
                let lower = Unicode.Scalar(UInt8(scalar.value) + 0x20)
                append(String(lower), literally: lower)
            case "*" where !isQuoted: append(".*", literally: scalar)
            case "?" where !isQuoted: append(".", literally: scalar)
            case "." where !isQuoted:
                dots += 1
                if scope == .schemaAndName {
                    schema = name
                    name = ""
                } else {
                    // Until 13 only the last part counted there too.
                    name = server.major < 14 ? "" : name + "."
                }
            // Names may hold it, and at the end it would say nothing: the expression is anchored.
            case "$": append("\\$", literally: scalar)
            case "[" where !isQuoted && rest.first == "]" && server.major >= 14: append("\\[", literally: scalar)
            case _ where isQuoted && Self.isSpecial(scalar): append("\\\(scalar)", literally: scalar)
            default: append(String(scalar), literally: scalar)
            }
        }
    }

    private mutating func append(_ expression: String, literally scalar: Unicode.Scalar) {
        name += expression
        if dots == 0 { firstPart.unicodeScalars.append(scalar) }
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool { "|*+?()[]{}.^\\".unicodeScalars.contains(scalar) }
}
