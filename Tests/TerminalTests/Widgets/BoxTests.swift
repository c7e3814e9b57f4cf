import Terminal
import Testing

@Suite("Boxes, overlays, scroll bars, sparklines")
struct BoxTests {
    init() { UTF8Locale.adopt() }

    @Test("a box has its title on the left and its note on the right")
    func titles() {
        let lines = screen(24, 3) { s in
            Box(title: StyledText("Tables", .title), note: "23").draw(in: s.bounds, of: &s, theme: .told, glyphs: .unicode)
        }
        #expect(
            lines == [
                "┌─ Tables ──────── 23 ─┐",
                "│                      │",
                "└──────────────────────┘",
            ])
    }

    @Test("without Unicode it is drawn in ASCII")
    func ascii() {
        let lines = screen(12, 3) { s in Box(title: "DB").draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii) }
        #expect(lines == ["+- DB -----+", "|          |", "+----------+"])
    }

    @Test(
        "a note without room is left out, a long title cut",
        arguments: [
            (26, "┌─ 1245 > público ── GB ─┐"), (23, "┌─ 1245 > público ────┐"), (16, "┌─ 1245 > pú… ─┐"), (7, "┌─ … ─┐"), (6, "┌────┐"),
            (2, "┌┐"),
        ])
    func narrow(width: Int, top: String) {
        let lines = screen(width, 2) { s in
            Box(title: "1245 > público", note: "GB").draw(in: s.bounds, of: &s, theme: .told, glyphs: .unicode)
        }
        #expect(lines.first == top)
    }

    @Test("focus changes the roles of border and title")
    func focus() {
        var s = Surface(size: Size(width: 12, height: 3))
        Box(title: StyledText("DB", .title), isFocused: true).draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii)
        #expect(Theme.told.role(of: s[0, 0].style) == .borderFocused)
        #expect(Theme.told.role(of: s[3, 0].style) == .titleFocused)
    }

    @Test(
        "a box too small for a border draws nothing and has no inside",
        arguments: [Size(width: 1, height: 1), Size(width: 0, height: 5), Size(width: 5, height: 1)])
    func tiny(size: Size) {
        var s = Surface(size: size)
        let inside = Box(title: "x").draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii)
        #expect(inside.isEmpty)
        #expect(s == Surface(size: size))
    }

    @Test("an overlay clears what is below it, and its cursor")
    func overlay() {
        let lines = screen(14, 5) { s in
            s.cursor = Point(x: 0, y: 0)
            s.fill(s.bounds, with: "x", style: .plain)
            let inside = Overlay(title: "?", content: Size(width: 6, height: 1)).draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii)
            s.write("help", at: Point(x: inside.x, y: inside.y), style: .plain, clip: inside)
            #expect(inside == Rectangle(x: 4, y: 2, width: 6, height: 1))
            #expect(s.cursor == nil)
        }
        #expect(lines == ["xxxxxxxxxxxxxx", "xx+- ? ----+xx", "xx| help   |xx", "xx+--------+xx", "xxxxxxxxxxxxxx"])
    }

    @Test(
        "the scroll bar's thumb touches an end only at that end",
        arguments: [
            (8, 0, "##.."), (8, 1, ".##."), (8, 4, "..##"), (40, 0, "#..."), (40, 1, ".#.."), (40, 20, ".#.."), (40, 35, "..#."),
            (40, 36, "...#"),
        ])
    func thumb(count: Int, first: Int, expected: String) {
        let lines = screen(1, 4) { s in
            ScrollBar(count: count, visible: first..<first + 4).draw(in: s.bounds, of: &s, theme: .told, glyphs: .ascii)
        }
        #expect(lines.joined().replacing("|", with: ".") == expected)
    }

    @Test("no scroll bar while all is visible")
    func noBar() {
        #expect(
            screen(1, 2) { ScrollBar(count: 2, visible: 0..<2).draw(in: $0.bounds, of: &$0, theme: .told, glyphs: .ascii) } == ["", ""])
    }

    @Test("a sparkline scales to its greatest value, newest on the right, gaps empty")
    func sparkline() {
        #expect(Sparkline([0, 4, nil, 8]).text(columns: 6, glyphs: .unicode) == "  ▁▄ █")
        #expect(Sparkline([1, 2, 3, 8]).text(columns: 2, glyphs: .unicode) == "▃█")
        #expect(Sparkline([5, 200], ceiling: 100).text(columns: 2, glyphs: .unicode) == "▁█")
        #expect(Sparkline([0, 0]).text(columns: 2, glyphs: .ascii) == "__")
        #expect(Sparkline([.nan, .infinity, -1]).text(columns: 3, glyphs: .unicode) == "  ▁")
        #expect(Sparkline([]).text(columns: 2, glyphs: .unicode) == "  ")
        #expect(Sparkline([1]).text(columns: 0, glyphs: .unicode) == "")
    }
}
