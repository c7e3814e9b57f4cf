/// The widths and places of a table's columns in a number of cells.
public struct TableLayout: Sendable, Hashable {
    public let widths: [Int]
    /// The cells before each column, as if nothing were scrolled.
    public let starts: [Int]
    /// How far the columns right of the first can be scrolled; 0 where all fit.
    public let maximumScroll: Int
    /// The cells of the first column and the gap after it, which never scroll.
    public let frozen: Int

    /// Every column gets its minimum; what is left goes to the columns from left to right up to their ideal, inflexible ones first, and then
    /// to the flexible ones in equal parts. Where the minimums do not fit, the first column takes at most half of the width.
    /// - Parameter isUnfolded: columns are then as wide as all that they hold, for a table that is being scrolled sideways.
    public init(_ columns: [TableColumn], width: Int, gap: Int, isUnfolded: Bool = false) {
        let gaps = gap * max(0, columns.count - 1)
        var widths = columns.map(\.minimum)
        var left = width - gaps - widths.reduce(0, +)
        if left < 0, columns.count > 1 { widths[0] = min(widths[0], max(1, width / 2)) }
        for flexible in [false, true] {
            for (index, column) in columns.enumerated() where column.isFlexible == flexible && left > 0 {
                let growth = min(left, column.ideal - column.minimum)
                widths[index] += growth
                left -= growth
            }
        }
        var flexible = columns.indices.filter { columns[$0].isFlexible }[...]
        while left > 0, let index = flexible.popFirst() {
            let growth = left / (flexible.count + 1)
            widths[index] += growth
            left -= growth
        }
        if isUnfolded {
            for (index, column) in columns.enumerated() {
                // The first column does not scroll: it leaves room for the others.
                let full = index == 0 && columns.count > 1 ? min(column.full ?? 0, width / 2) : column.full ?? 0
                widths[index] = max(widths[index], full)
            }
        }
        self.widths = widths
        starts = widths.indices.map { index in widths[..<index].reduce(0) { $0 + $1 + gap } }
        maximumScroll = max(0, widths.reduce(gaps, +) - width)
        frozen = widths.count > 1 ? widths[0] + gap : width
    }

    /// The columns of which anything is seen, the first one aside.
    public func visible(scroll: Int, width: Int) -> Range<Int> {
        let scrolled = min(max(0, scroll), maximumScroll)
        let first = starts.indices.dropFirst().first { starts[$0] + widths[$0] - scrolled > frozen } ?? starts.count
        let end = starts.indices[first...].first { starts[$0] - scrolled >= width } ?? starts.count
        return first..<end
    }

    /// The scroll, as near as can be, that has a column in view; it leaves whole columns behind.
    public func scroll(from scroll: Int, showing column: Int, width: Int) -> Int {
        let scrolled = min(max(0, scroll), maximumScroll)
        guard column > 0, starts.indices.contains(column) else { return scrolled }
        let start = starts[column] - frozen
        if start < scrolled { return max(0, start) }
        let end = starts[column] + widths[column] - width
        guard end > scrolled else { return scrolled }
        return min(maximumScroll, starts.lazy.map { $0 - frozen }.first { $0 >= end && $0 <= start } ?? start)
    }

    /// The scroll that brings the next column to the frozen one, or the one before it; at most half of a width that does not scroll at once.
    public func scroll(from scroll: Int, right: Bool, width: Int) -> Int {
        let stops = starts.dropFirst().map { $0 - frozen }.filter { $0 < maximumScroll } + [maximumScroll]
        let step = max(1, (width - frozen) / 2)
        return right
            ? min(stops.first { $0 > scroll } ?? maximumScroll, scroll + step, maximumScroll)
            : max(stops.last { $0 < scroll } ?? 0, scroll - step, 0)
    }
}
