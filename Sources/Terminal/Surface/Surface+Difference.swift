internal import DisplayText

extension Surface {
    /// A run of cells of one row that differ from what was there before.
    public struct Change: Sendable, Hashable {
        public var row: Int
        /// Begins and ends between whole characters, in both surfaces.
        public var columns: Range<Int>

        public init(row: Int, columns: Range<Int>) {
            self.row = row
            self.columns = columns
        }
    }

    /// What has to be drawn to turn the previous surface into this one: at most one run a row, from the first cell that differs to the last.
    /// Everything, where the sizes differ.
    public func changes(since previous: Surface) -> [Change] {
        guard size == previous.size else { return allRows }
        return (0..<size.height).compactMap { y in
            let now = row(y)
            let before = previous.row(y)
            guard now != before, var first = now.indices.first(where: { now[$0] != before[$0] }) else { return nil }
            var end = now.indices.last { now[$0] != before[$0] }.map { $0 + 1 } ?? now.endIndex
            while first > 0, now[first].text.isEmpty || before[first].text.isEmpty { first -= 1 }
            while end < now.endIndex, now[end].text.isEmpty || before[end].text.isEmpty { end += 1 }
            return Change(row: y, columns: first..<end)
        }
    }

    /// Every row from edge to edge.
    public var allRows: [Change] {
        size.width == 0 ? [] : (0..<size.height).map { Change(row: $0, columns: 0..<size.width) }
    }
}
