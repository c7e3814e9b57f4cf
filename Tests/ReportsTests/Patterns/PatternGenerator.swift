import TestSupport

/// Patterns made of names, mixed with all that means something in psql's pattern language.
struct PatternGenerator {
    private var random = SeededGenerator()
    private let names: [String]
    private let qualifiers: [String]

    /// - Parameter qualifiers: schemas and databases.
    init(names: [String] = ListWorld.tables, qualifiers: [String] = ListWorld.schemas + ["pg_catalog", ListWorld.database]) {
        self.names = names
        self.qualifiers = qualifiers
    }

    var seed: UInt64 { random.seed }

    mutating func next() -> String {
        var parts: [String] = []
        for _ in 0..<[1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4].randomElement(using: &random)! { parts.append(part(isLast: false)) }
        parts[parts.count - 1] = part(isLast: true)
        return parts.joined(separator: ".")
    }

    private mutating func part(isLast: Bool) -> String {
        let name = (isLast ? names : qualifiers).randomElement(using: &random)!
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return "*"
        case 1: return soup()
        case 2, 3: return "\"" + name.replacing("\"", with: "\"\"") + "\""
        case 4: return mutated(name)
        case 5: return mutated("\"" + name.replacing("\"", with: "\"\"") + "\"")
        case 6: return String(name.prefix(Int.random(in: 0...3, using: &random))) + "*"
        default: return name
        }
    }

    private mutating func mutated(_ name: String) -> String {
        var scalars = Array(name.unicodeScalars)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let place = Int.random(in: 0...scalars.count, using: &random)
            if Bool.random(using: &random), place < scalars.count { scalars.remove(at: place) }
            scalars.insert(contentsOf: Self.pieces.randomElement(using: &random)!.unicodeScalars, at: min(place, scalars.count))
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private mutating func soup() -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
    }

    private static let pieces = [
        "*", "?", "\"", "\"\"", ".", "$", "^", "|", "(", ")", "[", "]", "[]", "[a-f]", "[^f]", "{1}", "{", "+", "\\", "\\w", "a", "f", "B",
        "I", " ",
        "\u{E9}", "\u{301}", "\u{6771}", "(film|a)", ".*", "\n", "'", ";", ":", "é",
    ]
}
