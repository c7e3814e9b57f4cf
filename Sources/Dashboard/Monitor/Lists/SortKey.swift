/// What a row is sorted by. What is unknown comes last in either direction.
enum SortKey {
    case number(Double)
    case text(String)
    case unknown

    init(_ number: Double?) { self = number.map(SortKey.number) ?? .unknown }
    init(_ number: Int64?) { self.init(number.map { Double($0) }) }
    init(_ text: String?) { self = text.map(SortKey.text) ?? .unknown }

    /// Whether a row with this key stands before one with the other; nil where either may.
    func precedes(_ other: SortKey, ascending: Bool) -> Bool? {
        switch (self, other) {
        case (.unknown, .unknown): nil
        case (.unknown, _): false
        case (_, .unknown): true
        case (.number(let left), .number(let right)): left == right ? nil : (left < right) == ascending
        case (.text(let left), .text(let right)): left == right ? nil : (left < right) == ascending
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}
