internal import Terminal

/// A column of a list of the monitor. Its width does not follow what stands in it, so that no column jumps when the list changes.
struct MonitorColumn<Element> {
    var title: String
    /// The narrowest, and the widest before it takes what is left.
    var width: ClosedRange<Int>
    var alignment: TableColumn.Alignment
    /// Takes the room that is left.
    var grows: Bool
    /// The lower, the sooner it is left out where room is short.
    var weight: Int
    /// nil where rows cannot be sorted by it.
    var order: ((Element) -> SortKey)?
    /// - Parameter width: the cells that it has; more where the list is scrolled sideways.
    var cell: (_ element: Element, _ width: Int) -> StyledText

    init(
        _ title: String, _ width: ClosedRange<Int>, alignment: TableColumn.Alignment = .left, grows: Bool = false, weight: Int = 100,
        _ cell: @escaping (Element) -> StyledText
    ) {
        self.init(title, width, alignment: alignment, grows: grows, weight: weight, fitted: { element, _ in cell(element) })
    }

    /// For cells that are drawn to their width: bars and sparklines.
    init(
        _ title: String, _ width: ClosedRange<Int>, alignment: TableColumn.Alignment = .left, grows: Bool = false, weight: Int = 100,
        fitted cell: @escaping (_ element: Element, _ width: Int) -> StyledText
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.grows = grows
        self.weight = weight
        self.cell = cell
    }

    /// A number: on the right, in a width that does not change.
    static func number(_ title: String, _ width: Int, weight: Int = 100, _ cell: @escaping (Element) -> StyledText) -> MonitorColumn {
        MonitorColumn(title, width...width, alignment: .right, weight: weight, cell)
    }

    /// The same column, and what rows are sorted by in it.
    func sorted(_ order: @escaping (Element) -> SortKey) -> MonitorColumn {
        var column = self
        column.order = order
        return column
    }
}
