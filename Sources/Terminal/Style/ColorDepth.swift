/// How many colours a terminal has.
public enum ColorDepth: Sendable, Hashable, CaseIterable {
    case mono
    case eight
    case sixteen
    /// The named 16, a cube of 6x6x6 and 24 greys.
    case indexed256
    /// Every colour of 24 bits, by its number.
    case direct

    /// - Parameter colors: terminfo's `colors`; 0 or less where the terminal has none.
    public init(colors: Int) {
        switch colors {
        case ..<8: self = .mono
        case ..<16: self = .eight
        case ..<256: self = .sixteen
        case ..<0x100_0000: self = .indexed256
        default: self = .direct
        }
    }
}
