/// A header and the rows of a list that are on screen, in columns. The first column stays when the others are scrolled sideways.
public struct Table: Sendable, Hashable {
    public struct Sorting: Sendable, Hashable {
        public var column: Int
        public var isAscending: Bool

        public init(column: Int, isAscending: Bool) {
            self.column = column
            self.isAscending = isAscending
        }
    }

    public var columns: [TableColumn]
    /// The number of rows; only those on screen are asked for.
    public var count: Int
    public var window: ScrollWindow
    /// Whether the window's cursor is drawn as a selected row.
    public var showsSelection = true
    /// Decides between the roles `selection` and `selectionInactive`.
    public var isFocused = true
    /// The column of the cursor, where single cells are walked through: marked in the header and in the selected row.
    public var selectedColumn: Int?
    /// Marked in the header.
    public var sorting: Sorting?
    /// Cells that the columns right of the first are scrolled to the left; kept within the layout's `maximumScroll` when drawn.
    public var scroll = 0
    /// Empty cells between two columns.
    public var gap = 2
    /// Off for the rows of a list whose header is out of view.
    public var showsHeader = true

    public init(columns: [TableColumn], count: Int, window: ScrollWindow = ScrollWindow()) {
        self.columns = columns
        self.count = count
        self.window = window
    }

    /// Where the rows are: below the header. Its height is the height to move the window by.
    public static func rows(of area: Rectangle) -> Rectangle { area.splitTop(1).rest }

    /// Where it is not scrolled, columns give way to each other; where it is, they are as wide as all that they hold.
    public func layout(in area: Rectangle) -> TableLayout {
        TableLayout(columns, width: area.width, gap: gap, isUnfolded: scroll > 0)
    }

    /// The layout that sideways steps and their limit go by.
    public func unfoldedLayout(in area: Rectangle) -> TableLayout {
        TableLayout(columns, width: area.width, gap: gap, isUnfolded: true)
    }

    /// The row drawn at a place, for the mouse.
    public func row(at point: Point, in area: Rectangle) -> Int? {
        let rows = Self.rows(of: area)
        guard rows.contains(point) else { return nil }
        let row = window.offset + point.y - rows.y
        return row < count ? row : nil
    }

    /// Draws the table. The window should fit the area (see ``ScrollWindow/fit(count:height:)``).
    /// - Parameter row: the cells of a row, one a column; a missing one is empty.
    public func draw(in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs, row: (Int) -> [StyledText]) {
        let pen = TablePen(area: area, layout: layout(in: area), columns: columns, scroll: scroll, theme: theme, glyphs: glyphs)
        let (header, rows) = area.splitTop(showsHeader ? 1 : 0)
        if !header.isEmpty {
            surface.fill(header, style: theme[.heading])
            pen.draw(columns.indices.map(title), at: header.y, of: &surface, within: nil)
            pen.markHidden(at: header.y, of: &surface)
        }
        for (line, index) in window.visible(count: count, height: rows.height).enumerated() {
            let y = rows.y + line
            let isSelected = showsSelection && index == window.cursor
            let isWhole = isFocused && selectedColumn == nil
            let selection: Role? = isSelected ? (isWhole ? .selection : .selectionInactive) : nil
            if let selection {
                surface.fill(Rectangle(x: area.x, y: y, width: area.width, height: 1), style: theme.style(.text, within: selection))
            }
            pen.draw(row(index), at: y, of: &surface, within: selection, selectedColumn: isSelected ? selectedColumn : nil)
        }

        func title(_ column: Int) -> StyledText {
            let title = StyledText(columns[column].title, column == selectedColumn ? .tabActive : .heading)
            guard let sorting, sorting.column == column else { return title }
            // The mark stays where the title is too long.
            let room = max(1, pen.layout.widths[column] - 1)
            return title.truncated(to: room, ellipsis: glyphs.ellipsis)
                + StyledText(String(sorting.isAscending ? glyphs.ascending : glyphs.descending), .heading)
        }
    }
}

/// Draws lines of cells into the columns of a layout.
private struct TablePen {
    var area: Rectangle
    var layout: TableLayout
    var columns: [TableColumn]
    var scroll: Int
    var theme: Theme
    var glyphs: Glyphs

    var scrolled: Int { min(max(0, scroll), layout.maximumScroll) }

    /// In the header, that there is more on either side.
    func markHidden(at y: Int, of surface: inout Surface) {
        let mark = String(glyphs.ellipsis)
        if scrolled < layout.maximumScroll, area.width > 0 {
            surface.write(mark, at: Point(x: area.maxX - 1, y: y), style: theme[.heading], clip: area)
        }
        if scrolled > 0, columns.count > 1 {
            surface.write(mark, at: Point(x: area.x + layout.frozen - 1, y: y), style: theme[.heading], clip: area)
        }
    }

    func draw(_ cells: [StyledText], at y: Int, of surface: inout Surface, within selection: Role?, selectedColumn: Int? = nil) {
        for (index, cell) in cells.prefix(columns.count).enumerated() {
            let isFrozen = index == 0
            let x = area.x + layout.starts[index] - (isFrozen ? 0 : scrolled)
            let clip = isFrozen ? area : area.splitLeft(layout.frozen).rest
            guard x < area.maxX, x + layout.widths[index] > clip.x else { continue }
            let ground = index == selectedColumn ? .selection : selection
            if index == selectedColumn {
                let place = Rectangle(x: x, y: y, width: layout.widths[index], height: 1).intersection(clip)
                surface.fill(place, style: theme.style(.text, within: ground))
            }
            let text = cell.truncated(to: layout.widths[index], ellipsis: glyphs.ellipsis)
            let indent = columns[index].alignment == .right ? layout.widths[index] - text.width : 0
            surface.write(text, at: Point(x: x + indent, y: y), theme: theme, within: ground, clip: clip)
        }
    }
}
