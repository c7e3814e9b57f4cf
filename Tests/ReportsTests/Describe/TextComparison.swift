/// Two texts of the same relations, walked side by side: one in one piece, the other relation by relation.
struct TextComparison {
    private(set) var equal = 0
    /// A relation, what was to be, and what was.
    private(set) var differences: [(relation: String, expected: String, found: String)] = []
    /// What psql printed beyond the last relation.
    private(set) var rest: String

    init(_ expected: String, _ printed: [(relation: String, text: String)]) {
        var left = Substring(expected).utf8[...]
        for (index, (relation, text)) in printed.enumerated() {
            if left.starts(with: text.utf8) {
                left = left.dropFirst(text.utf8.count)
                equal += 1
                continue
            }
            // Up to the next relation whose text is found as it should be.
            let following = printed[(index + 1)...].prefix(20).lazy.compactMap { left.firstRange(of: $0.text.utf8)?.lowerBound }.first
            let end = following ?? left.endIndex
            differences.append((relation, String(Substring(left[..<end])), text))
            left = left[end...]
        }
        rest = String(Substring(left))
    }
}
