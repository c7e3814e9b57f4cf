import Terminal
import Testing

@Suite("Tables and tabs")
struct TableTests {
    init() { UTF8Locale.adopt() }

    private let columns = [
        TableColumn("Name", minimum: 6, ideal: 8),
        TableColumn("Size", minimum: 6, ideal: 6, alignment: .right),
        TableColumn("Description", minimum: 6, ideal: 12, isFlexible: true),
    ]
    private let rows: [[StyledText]] = [
        ["1245", "51 GB", "líneas 中文"], ["2207", "32 GB"],
        [StyledText("postgres_long", .identifier), "7.6 MB", StyledText("no CONNECT", .failed)],
    ]

    private func draw(_ width: Int, _ height: Int, _ change: (inout Table) -> Void = { _ in }) -> Surface {
        var table = Table(columns: columns, count: rows.count)
        change(&table)
        var surface = Surface(size: Size(width: width, height: height))
        table.draw(in: surface.bounds, of: &surface, theme: .told, glyphs: .unicode) { rows[$0] }
        return surface
    }

    @Test("columns line up under their titles, cut and aligned")
    func wide() {
        #expect(
            draw(36, 4).lines == [
                "Name        Size  Description",
                "1245       51 GB  líneas 中文",
                "2207       32 GB",
                "postgre…  7.6 MB  no CONNECT",
            ])
    }

    @Test("where the minimums do not fit, the columns scroll under the first one")
    func scrolled() {
        #expect(draw(16, 3).lines == ["Name      Size …", "1245     51 GB", "2207     32 GB"])
        #expect(
            draw(16, 3) { $0.scroll = 5 }.lines == [
                "Name   …e  Desc…",
                "1245    B  línea",
                "2207    B",
            ])
        #expect(draw(16, 3) { $0.scroll = 99 }.lines == draw(16, 3) { $0.scroll = 6 }.lines)
    }

    @Test("a table that is scrolled gives its columns all the room they need, except the one that stays")
    func unfolded() {
        let columns = [
            TableColumn("Name", minimum: 6, ideal: 8, full: 40), TableColumn("Size", minimum: 6, ideal: 6),
            TableColumn("Description", minimum: 6, ideal: 12, full: 30, isFlexible: true),
        ]
        let folded = TableLayout(columns, width: 24, gap: 2)
        #expect(folded.widths == [8, 6, 6])
        #expect(folded.maximumScroll == 0)
        let unfolded = TableLayout(columns, width: 24, gap: 2, isUnfolded: true)
        #expect(unfolded.widths == [12, 6, 30])
        #expect(unfolded.maximumScroll == 12 + 2 + 6 + 2 + 30 - 24)
    }

    @Test("a step sideways brings the next column to the one that stays, half of the room at most, and never goes beyond the end")
    func steps() {
        let layout = TableLayout(
            [TableColumn("a", minimum: 4, ideal: 4), TableColumn("b", minimum: 3, ideal: 3), TableColumn("c", minimum: 60, ideal: 60)],
            width: 26, gap: 2)
        #expect(layout.maximumScroll == 4 + 2 + 3 + 2 + 60 - 26)
        #expect(layout.scroll(from: 0, right: true, width: 26) == 5)
        #expect(layout.scroll(from: 5, right: true, width: 26) == 15)
        #expect(layout.scroll(from: 15, right: false, width: 26) == 5)
        #expect(layout.scroll(from: 5, right: false, width: 26) == 0)
        #expect(layout.scroll(from: 0, right: false, width: 26) == 0)
        #expect(layout.scroll(from: 44, right: true, width: 26) == 45)
        #expect(layout.scroll(from: 45, right: true, width: 26) == 45)
    }

    @Test("only the rows on screen are asked for")
    func visibleRows() {
        var asked: [Int] = []
        var table = Table(columns: columns, count: 1_000_000, window: ScrollWindow(cursor: 500_000, offset: 499_999))
        table.sorting = Table.Sorting(column: 0, isAscending: true)
        let lines = screen(30, 4) { s in
            table.draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii) { row in
                asked.append(row)
                return [StyledText("\(row)")]
            }
        }
        #expect(asked == [499_999, 500_000, 500_001])
        #expect(lines.first?.hasPrefix("Name^") == true)
    }

    @Test("the selected row is marked from edge to edge, by focus in two ways")
    func selection() {
        let theme = Theme(
            name: "t", styles: [.selection: Style(background: .indexed(4)), .selectionInactive: Style(background: .indexed(8))])
        for (focused, ground) in [(true, Color.indexed(4)), (false, .indexed(8))] {
            var table = Table(columns: columns, count: 3, window: ScrollWindow(cursor: 1))
            table.isFocused = focused
            var s = Surface(size: Size(width: 30, height: 4))
            table.draw(in: s.bounds, of: &s, theme: theme, glyphs: .ascii) { rows[$0] }
            #expect(s.row(2).allSatisfy { $0.style.background == ground })
            #expect(s.row(1).allSatisfy { $0.style.background == .terminalDefault })
        }
    }

    @Test("a place on screen is a row, the header and the empty part are none")
    func hits() {
        let table = Table(columns: columns, count: 3, window: ScrollWindow(cursor: 1, offset: 1))
        let area = Rectangle(x: 2, y: 5, width: 30, height: 10)
        #expect(table.row(at: Point(x: 3, y: 5), in: area) == nil)
        #expect(table.row(at: Point(x: 3, y: 6), in: area) == 1)
        #expect(table.row(at: Point(x: 3, y: 8), in: area) == nil)
        #expect(table.row(at: Point(x: 1, y: 6), in: area) == nil)
    }

    @Test(
        "room goes to ideal widths first, then to the flexible columns",
        arguments: [(22, [6, 6, 6]), (24, [8, 6, 6]), (30, [8, 6, 12]), (40, [8, 6, 22])])
    func layout(width: Int, widths: [Int]) {
        let layout = TableLayout(columns, width: width, gap: 2)
        #expect(layout.widths == widths)
        #expect(layout.maximumScroll == 0)
    }

    @Test(
        "a table draws in any rectangle",
        arguments: [Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 3, height: 2), Size(width: 200, height: 1)])
    func anySize(size: Size) {
        #expect(draw(size.width, size.height).lines.count == size.height)
        #expect(draw(size.width, size.height) { $0.columns = [] }.lines.count == size.height)
    }

    private func tabs(_ width: Int, active: Int) -> (line: String, places: [Rectangle]) {
        let strip = TabStrip(
            [.init("Columns", count: 12), .init("Indexes", count: 4), .init("Triggers", isDimmed: true), .init("Rows")], active: active)
        var surface = Surface(size: Size(width: width, height: 1))
        let places = strip.draw(in: surface.bounds, of: &surface, theme: .told, glyphs: .ascii)
        return (surface.lines[0], places)
    }

    @Test("tabs tell their places")
    func tabStrip() {
        let (line, places) = tabs(50, active: 0)
        #expect(line == " Columns 12 | Indexes 4 | Triggers | Rows")
        #expect(places.map(\.x) == [0, 13, 25, 36])
        #expect(places.map(\.width) == [12, 11, 10, 6])
    }

    @Test(
        "where room is short the tabs beside the active one are shortened, then lose their counts, then their spaces",
        arguments: [
            (34, " Columns 12 | Idx 4 | Trig | Rows"), (32, " Columns 12 | Idx | Trig | Rows"), (27, " Columns 12 |Idx|Trig|Rows"),
            (20, " Columns 12 |Idx|~"),
        ])
    func shortTabs(width: Int, expected: String) {
        let strip = TabStrip(
            [
                .init("Columns", short: "Cols", count: 12), .init("Indexes", short: "Idx", count: 4),
                .init("Triggers", short: "Trig", isDimmed: true), .init("Rows"),
            ], active: 0)
        #expect(screen(width, 1) { s in strip.draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii) } == [expected])
    }

    @Test("the active tab is always drawn", arguments: [(0, " Columns 12 |~"), (1, "~ Indexes 4 |~"), (3, "~Triggers| Rows")])
    func narrowTabs(active: Int, expected: String) {
        let (line, places) = tabs(20, active: active)
        #expect(line == expected)
        #expect(!places[active].isEmpty)
    }
}
