/// What was typed: words that all have to match, each a name or a path such as `schema.table.column`. Within double quotes spaces and dots
/// are letters of a name, as in SQL.
public struct FuzzyPattern: Sendable, Hashable {
    /// The parts of a path, the last one for the thing's own name; nil is an empty part, as in `orders.`, which anything matches.
    typealias Word = [Int?]

    /// What stands between spaces and dots, each once.
    private(set) var terms: [FuzzyTerm] = []
    private(set) var words: [Word] = []

    public init(_ text: String) {
        for parts in Self.paths(text) {
            let path = parts.map { part in part.isEmpty ? nil : number(of: FuzzyTerm(part)) }
            if path.contains(where: { $0 != nil }) { words.append(path) }
        }
    }

    /// The words, each split at its first three dots, without the quotes; one that is still open goes to the end.
    private static func paths(_ text: String) -> [[String]] {
        var paths: [[String]] = []
        var path = [""]
        var isQuoted = false
        var characters = text[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"": path[path.count - 1].append(characters.removeFirst())
            case "\"": isQuoted.toggle()
            case " " where !isQuoted:
                paths.append(path)
                path = [""]
            case "." where !isQuoted && path.count < 4: path.append("")
            default: path[path.count - 1].append(character)
            }
        }
        return paths + [path]
    }

    public var isEmpty: Bool { words.isEmpty }

    private mutating func number(of term: FuzzyTerm) -> Int {
        if let known = terms.firstIndex(of: term) { return known }
        terms.append(term)
        return terms.count - 1
    }
}
