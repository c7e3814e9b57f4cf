import PostgresClient

/// A name as the server prints it where SQL is to read it: `public."Odd.Name"`, with its parts as the catalog has them.
struct QuotedName: RowValue, Sendable, Hashable {
    let parts: [String]

    /// nil where a quote is not closed or a part is missing.
    init?(postgresText text: String) {
        // By scalars: a combining mark after a quote would make one character of both.
        var rest = text.unicodeScalars[...]
        var parts: [String] = []
        repeat {
            guard let part = Self.part(&rest) else { return nil }
            parts.append(part)
        } while rest.popFirst() == "."
        guard rest.isEmpty else { return nil }
        self.parts = parts
    }

    private static func part(_ rest: inout Substring.UnicodeScalarView) -> String? {
        guard rest.first == "\"" else {
            let bare = rest.prefix { $0 != "." }
            rest = rest.dropFirst(bare.count)
            return bare.isEmpty ? nil : String(bare)
        }
        rest.removeFirst()
        var part = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            guard scalar == "\"" else {
                part.append(scalar)
                continue
            }
            guard rest.first == "\"" else { return String(part) }
            rest.removeFirst()
            part.append(scalar)
        }
        return nil
    }
}
