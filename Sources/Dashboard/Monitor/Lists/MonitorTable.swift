internal import Terminal

/// A list of the monitor with its columns, the kind of its elements forgotten. Cells are made only of rows that are drawn.
struct MonitorTable {
    struct Column {
        var title: String
        var width: ClosedRange<Int>
        var alignment: TableColumn.Alignment
        var grows: Bool
        var weight: Int
        var isSortable: Bool

        func layout(minimum: Int) -> TableColumn {
            TableColumn(
                title, minimum: minimum, ideal: width.upperBound, full: width.upperBound, alignment: alignment, isFlexible: grows)
        }
    }

    struct Row {
        /// The same for the same thing in the next list.
        let id: String
        let key: (_ column: Int) -> SortKey
        let cell: (_ column: Int, _ width: Int) -> StyledText
        /// What the filter finds beside the cells.
        let hiddenText: () -> String
        let detail: () -> RowDetail
    }

    /// Above the columns; empty where the page has this one list only.
    var title: StyledText
    let columns: [Column]
    private(set) var rows: [Row]
    /// What stands in place of rows.
    var whenEmpty: [StyledText]

    init<Element>(
        _ elements: [Element], title: StyledText = "", whenEmpty: [StyledText], columns: [MonitorColumn<Element>],
        id: (Element) -> String, hiddenText: @escaping (Element) -> String = { _ in "" }, detail: @escaping (Element) -> RowDetail
    ) {
        self.title = title
        self.whenEmpty = whenEmpty
        self.columns = columns.map {
            Column(
                title: $0.title, width: $0.width, alignment: $0.alignment, grows: $0.grows, weight: $0.weight,
                isSortable: $0.order != nil)
        }
        rows = elements.map { element in
            Row(
                id: id(element), key: { columns[$0].order?(element) ?? .unknown }, cell: { columns[$0].cell(element, $1) },
                hiddenText: { hiddenText(element) }, detail: { detail(element) })
        }
    }

    /// Keeps the rows that hold a text in any of their cells, or in what belongs to them.
    mutating func keep(_ pattern: FilterPattern) {
        rows = rows.filter { row in
            columns.indices.contains { pattern.matches(row.cell($0, columns[$0].width.upperBound).plainText) }
                || pattern.matches(row.hiddenText())
        }
    }

    /// Rows that are equal stay in the order in which they came.
    mutating func sort(by sorting: Table.Sorting) {
        guard columns.indices.contains(sorting.column) else { return }
        let keyed = rows.enumerated().map { (place: $0.offset, key: $0.element.key(sorting.column), row: $0.element) }
        rows = keyed.sorted { left, right in
            left.key.precedes(right.key, ascending: sorting.isAscending) ?? (left.place < right.place)
        }.map(\.row)
    }

}
