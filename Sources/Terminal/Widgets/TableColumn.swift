/// A column of a `Table`.
public struct TableColumn: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable { case left, right }

    public var title: String
    /// In cells. Below the sum of all minimums the table scrolls sideways.
    public var minimum: Int
    /// In cells: wide enough for what it holds.
    public var ideal: Int
    public var alignment: Alignment
    /// Grows beyond its ideal width where there is room left.
    public var isFlexible: Bool

    public init(_ title: String, minimum: Int, ideal: Int, alignment: Alignment = .left, isFlexible: Bool = false) {
        self.title = title
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal)
        self.alignment = alignment
        self.isFlexible = isFlexible
    }
}
