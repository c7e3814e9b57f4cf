internal import Terminal

/// A list as it is drawn in an area: the columns that have room, and the widget for them.
struct DrawnTable {
    var table: Table
    /// The number of each column that is drawn.
    var columns: [Int]
    var rows: [MonitorTable.Row]
}

extension MonitorTable {
    /// Cells between two columns.
    private static let gap = 1
    /// Columns below this weight give way to the one that grows, until that has its ideal width.
    private static let dispensable = 50

    /// The columns that are drawn: those that have room, or all of them once they are scrolled sideways.
    func shownColumns(in area: Rectangle, scroll: Int) -> [Int] {
        guard scroll == 0 else { return Array(columns.indices) }
        var shown = Array(columns.indices)
        func drop(where isUnwanted: (Column) -> Bool, comfortably: Bool) {
            while shown.count > 1, cells(of: shown, comfortably: comfortably) > area.width,
                let least = shown.dropFirst().filter({ isUnwanted(columns[$0]) }).min(by: { columns[$0].weight < columns[$1].weight })
            {
                shown.removeAll { $0 == least }
            }
        }
        drop(where: { $0.weight < Self.dispensable }, comfortably: true)
        drop(where: { _ in true }, comfortably: false)
        return shown
    }

    /// What columns need at least.
    private func cells(of shown: [Int], comfortably: Bool) -> Int {
        shown.reduce(Self.gap * (shown.count - 1)) { cells, index in
            let column = columns[index]
            return cells + (comfortably && column.grows ? column.width.upperBound : column.width.lowerBound)
        }
    }

    func drawn(in area: Rectangle, scroll: Int = 0) -> DrawnTable {
        let shown = shownColumns(in: area, scroll: scroll)
        let left = max(0, area.width - cells(of: shown, comfortably: false))
        let layouts = shown.map { index in
            let column = columns[index]
            // The one that grows has its ideal width before any other column has more than its least.
            return column.layout(
                minimum: column.grows ? min(column.width.upperBound, column.width.lowerBound + left) : column.width.lowerBound)
        }
        var table = Table(columns: layouts, count: rows.count)
        table.gap = Self.gap
        table.scroll = scroll
        return DrawnTable(table: table, columns: shown, rows: rows)
    }

    /// With every column, for sideways steps.
    var wholeTable: Table {
        var table = Table(columns: columns.map { $0.layout(minimum: $0.width.lowerBound) }, count: rows.count)
        table.gap = Self.gap
        return table
    }
}
