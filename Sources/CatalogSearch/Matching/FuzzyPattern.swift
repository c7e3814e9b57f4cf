/// What was typed: words that all have to match, each a name or a path such as `schema.table.column`.
public struct FuzzyPattern: Sendable, Hashable {
    /// The parts of a path, the last one for the thing's own name; nil is an empty part, as in `orders.`, which anything matches.
    typealias Word = [Int?]

    /// What stands between spaces and dots, each once.
    private(set) var terms: [FuzzyTerm] = []
    private(set) var words: [Word] = []

    public init(_ text: String) {
        for word in text.split(separator: " ") {
            let parts = word.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
            let path = parts.map { part in part.isEmpty ? nil : number(of: FuzzyTerm(part)) }
            if path.contains(where: { $0 != nil }) { words.append(path) }
        }
    }

    public var isEmpty: Bool { words.isEmpty }

    private mutating func number(of term: FuzzyTerm) -> Int {
        if let known = terms.firstIndex(of: term) { return known }
        terms.append(term)
        return terms.count - 1
    }
}
