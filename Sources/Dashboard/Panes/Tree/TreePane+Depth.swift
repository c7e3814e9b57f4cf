extension TreePane {
    /// The row that a row hangs from.
    func parentIndex(of index: Int) -> Int? {
        guard rows.indices.contains(index) else { return nil }
        let depth = Self.depth(rows[index])
        return rows[..<index].lastIndex { Self.depth($0) < depth }
    }

    /// How far a row is indented, in steps.
    static func depth(_ row: TreeRow) -> Int {
        switch row {
        case .schema: 0
        case .group: 1
        case .relation(_, _, let depth): 2 + depth
        case .note: 2
        }
    }
}
