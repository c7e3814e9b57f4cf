internal import Terminal

/// The lines of servers as columns: name, address where there is room, state, and the facts against the right edge.
struct FleetTable {
    /// From this width on the facts are told in whole words, and the address where it fits.
    private static let wide = 110
    private static let gap = 2
    /// A margin, the mark, a space.
    private static let nameX = 3
    private static let leastName = 12

    let lines: [FleetLine]
    private let width: Int
    private let nameWidth: Int
    private let addressWidth: Int
    /// Those with something in them, with where they begin.
    private let columns: [(column: FleetColumn, x: Int, width: Int)]

    init(_ lines: [FleetLine], width: Int) {
        self.lines = lines
        self.width = width
        let isWide = width >= Self.wide
        var widths: [FleetColumn: Int] = [:]
        for column in FleetColumn.allCases { widths[column] = lines.map { $0.cell(column, isWide: isWide).width }.max() }
        widths = widths.filter { $0.value > 0 }
        let longestName = lines.map(\.name.width).max() ?? 0
        // Words of trouble may lie over the facts; those of health may not.
        let leastState = "connected".count
        /// What is left of them, less a margin at the edge.
        var room: Int { width - Self.nameX - 1 - widths.values.reduce(0) { $0 + $1 + Self.gap } }
        for column in FleetColumn.firstToGo where room < min(longestName, Self.leastName) + Self.gap + leastState { widths[column] = nil }
        nameWidth = max(0, min(longestName, room - Self.gap - leastState))
        let address = lines.map(\.address.width).max() ?? 0
        let fitsAddress = isWide && address > 0 && room >= nameWidth + leastState + address + 2 * Self.gap
        addressWidth = fitsAddress ? address : 0
        var x = width - 1
        columns = FleetColumn.allCases.reversed().compactMap { column in
            guard let taken = widths[column] else { return nil }
            x -= taken
            defer { x -= Self.gap }
            return (column, x, taken)
        }.reversed()
    }

    /// - Parameters:
    ///   - index: of the line.
    ///   - y: the row of the screen.
    func draw(_ index: Int, y: Int, selection: Role?, on canvas: inout Canvas) {
        let line = lines[index]
        let row = Rectangle(x: 0, y: y, width: width, height: 1)
        if let selection { canvas.surface.fill(row, style: canvas.theme.style(.text, within: selection)) }
        func write(_ text: StyledText, x: Int, room: Int) {
            canvas.surface.write(
                text.truncated(to: max(0, room), ellipsis: canvas.glyphs.ellipsis), at: Point(x: x, y: y), theme: canvas.theme,
                within: selection, clip: row)
        }
        write(line.mark, x: 1, room: 1)
        write(line.name, x: Self.nameX, room: nameWidth)
        var x = Self.nameX + nameWidth + Self.gap
        if addressWidth > 0 {
            write(line.address, x: x, room: addressWidth)
            x += addressWidth + Self.gap
        }
        // Where the words are long, the facts next to them give way.
        let shown = columns.drop { $0.x < x + line.state.width + Self.gap }
        write(line.state, x: x, room: width - 1 - x)
        for (column, start, taken) in shown {
            let cell = line.cell(column, isWide: width >= Self.wide)
            write(cell, x: column.isNumber ? start + taken - cell.width : start, room: taken)
        }
    }
}
