/// A piece of what was typed that one name has to match: its letters in their order, with others between them.
struct FuzzyTerm: Sendable, Hashable {
    /// Unicode scalars, in lower case unless upper case was typed.
    let units: [UInt32]
    /// An upper-case letter was typed: letter case counts.
    let isExact: Bool
    let letters: LetterSet

    init(_ text: some StringProtocol) {
        let text = String(text)
        isExact = text.unicodeScalars.contains { $0.properties.isUppercase }
        units = isExact ? text.unicodeScalars.map(\.value) : FoldedScalars(text).units
        letters = LetterSet(scalars: FoldedScalars(text).units)
    }

    /// Whether every name that matches this one matched the other.
    func narrows(_ other: FuzzyTerm) -> Bool {
        guard isExact || !other.isExact, units.count >= other.units.count else { return false }
        if isExact == other.isExact { return units.starts(with: other.units) }
        return units.map(Self.folded).starts(with: other.units)
    }

    private static func folded(_ unit: UInt32) -> UInt32 {
        Unicode.Scalar(unit)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? unit
    }
}
