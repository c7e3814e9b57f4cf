/// What one cell of the screen shows: a base scalar with up to four marks; nothing, in the right half of a wide character.
///
/// Sixteen bytes without a reference, so that a screenful is filled, compared and let go as plain memory.
public struct CellText: Sendable, Hashable {
    /// ncurses keeps five wide characters a cell, the base among them (`CCHARW_MAX`).
    static let capacity = 5
    private static let bits: UInt64 = 21
    private static let inFirst = 3

    /// Scalars of 21 bits each, the first one lowest; zero is none, for NUL is never drawn.
    private var first: UInt64 = 0
    private var rest: UInt64 = 0

    /// The right half of a wide character.
    public static let rightHalf = CellText()
    public static let space = CellText(" ")

    private init() {}

    init(_ base: Unicode.Scalar) { first = UInt64(base.value) }

    public var isEmpty: Bool { first == 0 }

    /// The base, then its marks.
    public var scalars: some Sequence<Unicode.Scalar> {
        (0..<Self.capacity).lazy.compactMap { self.scalar($0) }
    }

    private func scalar(_ index: Int) -> Unicode.Scalar? {
        let word = index < Self.inFirst ? first >> (UInt64(index) * Self.bits) : rest >> (UInt64(index - Self.inFirst) * Self.bits)
        let value = UInt32(truncatingIfNeeded: word & (1 << Self.bits - 1))
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    /// Adds a mark at a place from 1 to 4, the ones before it being taken.
    mutating func add(_ mark: Unicode.Scalar, at index: Int) {
        let value = UInt64(mark.value)
        if index < Self.inFirst {
            first |= value << (UInt64(index) * Self.bits)
        } else {
            rest |= value << (UInt64(index - Self.inFirst) * Self.bits)
        }
    }
}

extension CellText: CustomStringConvertible {
    public var description: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
