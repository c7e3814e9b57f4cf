/// A column of a `Table`.
public struct TableColumn: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable { case left, right }

    public var title: String
    /// In cells. Below the sum of all minimums the table scrolls sideways.
    public var minimum: Int
    /// In cells: wide enough for what it holds, within reason.
    public var ideal: Int
    /// In cells: wide enough for all that it holds, which is what a table that was scrolled sideways gives it. nil: no wider than before.
    public var full: Int?
    public var alignment: Alignment
    /// Grows beyond its ideal width where there is room left.
    public var isFlexible: Bool

    public init(
        _ title: String, minimum: Int, ideal: Int, full: Int? = nil, alignment: Alignment = .left, isFlexible: Bool = false
    ) {
        self.title = title
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal)
        self.full = full
        self.alignment = alignment
        self.isFlexible = isFlexible
    }
}
