internal import DisplayText
internal import Terminal

/// A tab's table: its columns, and its rows on demand.
struct Listing {
    /// The cells of columns that give way where room is short.
    private static let narrowest = 12
    /// The cells of a column as long as nothing is scrolled sideways, and the most it ever takes.
    private static let widest = 80
    private static let fullest = 2_000
    /// The rows whose cells are measured; a longer list is sampled, so that its widths stay while it scrolls.
    private static let sampled = 400

    struct Column<Element> {
        var title: String
        /// Gives way where room is short.
        var shrinks = false
        /// Takes the room that is left.
        var grows = false
        var alignment = TableColumn.Alignment.left
        var cell: (Element) -> StyledText

        init(
            _ title: String, shrinks: Bool = false, grows: Bool = false, alignment: TableColumn.Alignment = .left,
            _ cell: @escaping (Element) -> StyledText
        ) {
            self.title = title
            self.shrinks = shrinks
            self.grows = grows
            self.alignment = alignment
            self.cell = cell
        }
    }

    let count: Int
    /// The titles, and the cells of a row under them.
    let titles: [String]
    let row: (Int) -> [StyledText]
    let object: (Int) -> ListedObject
    private let measure: () -> [TableColumn]

    init<Element>(
        _ elements: [Element], _ columns: [Column<Element>], object: @escaping (Element) -> ListedObject = { _ in ListedObject() }
    ) {
        count = elements.count
        titles = columns.map(\.title)
        row = { index in columns.map { $0.cell(elements[index]) } }
        self.object = { object(elements[$0]) }
        measure = {
            let step = max(1, elements.count / Self.sampled)
            let rows = stride(from: 0, to: elements.count, by: step).map { elements[$0] }
            return columns.map { column in
                let widest = rows.reduce(DisplayText.width(of: column.title)) { max($0, column.cell($1).width) }
                let ideal = min(widest, Self.widest)
                return TableColumn(
                    column.title, minimum: column.shrinks ? min(ideal, Self.narrowest) : ideal, ideal: ideal,
                    full: min(widest, Self.fullest), alignment: column.alignment, isFlexible: column.grows)
            }
        }
    }

    /// The columns with their widths, which follow what stands in them.
    var columns: [TableColumn] { measure() }
}
