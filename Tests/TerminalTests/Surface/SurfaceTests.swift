import DisplayText
import Terminal
import Testing

@Suite("Surface")
struct SurfaceTests {
    init() { UTF8Locale.adopt() }

    private func surface(_ width: Int, _ height: Int = 1) -> Surface { Surface(size: Size(width: width, height: height)) }

    /// Each cell's text, the right half of a wide character as a dot.
    private func cells(_ surface: Surface, row: Int = 0) -> String {
        surface.row(row).map { $0.text.isEmpty ? "." : $0.text.description }.joined()
    }

    @Test("text is written from a point and cut at the edge")
    func write() {
        var s = surface(5)
        #expect(s.write("orders", at: Point(x: 2, y: 0), style: .plain) == 3)
        #expect(cells(s) == "  ord")
    }

    @Test("what lies outside is not drawn", arguments: [Point(x: 0, y: -1), Point(x: 0, y: 1), Point(x: 5, y: 0), Point(x: -9, y: 0)])
    func outside(point: Point) {
        var s = surface(5)
        s.write("orders", at: point, style: .plain)
        #expect(s == surface(5))
    }

    @Test("a surface is laid over another with its cursor, cut at the edges, wide characters never in half")
    func lay() {
        var small = surface(4, 2)
        small.write("中文", at: Point(x: 0, y: 0), style: .plain)
        small.write("abcd", at: Point(x: 0, y: 1), style: .plain)
        small.cursor = Point(x: 1, y: 1)
        var s = surface(6, 3)
        s.write("字字字", at: Point(x: 0, y: 1), style: .plain)
        s.lay(small, at: Point(x: 1, y: 1))
        #expect((0..<3).map { cells(s, row: $0) } == ["      ", " 中.文. ", " abcd "])
        #expect(s.cursor == Point(x: 2, y: 2))
        s = surface(3)
        s.lay(small, at: Point(x: -1, y: 0))
        #expect(cells(s) == " 文." && s.cursor == nil)
        s = surface(3)
        s.lay(small, at: Point(x: 0, y: 0))
        #expect(cells(s) == "中. ")
        s.lay(small, at: Point(x: 5, y: 0))
        #expect(cells(s) == "中. ")
    }

    @Test("text that begins left of the clip shows its rest")
    func leftClip() {
        var s = surface(8)
        s.write("abcdefgh", at: Point(x: -2, y: 0), style: .plain, clip: Rectangle(x: 1, y: 0, width: 3, height: 1))
        #expect(cells(s) == " def    ")
    }

    @Test("a wide character cut by an edge is a space")
    func wideAtEdges() {
        var s = surface(4)
        #expect(s.write("中文字", at: Point(x: -1, y: 0), style: .plain) == 5)
        #expect(cells(s) == " 文. ")
    }

    @Test("overwriting half of a wide character blanks the other half", arguments: [(0, "x 文."), (1, " x文."), (2, "中.x "), (3, "中. x")])
    func halfOverwritten(x: Int, expected: String) {
        var s = surface(4)
        s.write("中文", at: Point(x: 0, y: 0), style: .plain)
        s.write("x", at: Point(x: x, y: 0), style: .plain)
        #expect(cells(s) == expected)
    }

    @Test("a wide character over halves of two others blanks what is left of both")
    func wideOverWide() {
        var s = surface(4)
        s.write("中文", at: Point(x: 0, y: 0), style: .plain)
        s.write("字", at: Point(x: 1, y: 0), style: .plain)
        #expect(cells(s) == " 字. ")
    }

    @Test("filling over half of wide characters blanks their other halves")
    func fillOverWide() {
        var s = surface(6)
        s.write("中文字", at: Point(x: 0, y: 0), style: .plain)
        s.fill(Rectangle(x: 1, y: 0, width: 4, height: 1), with: "-", style: .plain)
        #expect(cells(s) == " ---- ")
    }

    @Test("combining marks share their base's cell")
    func combining() {
        var s = surface(3)
        s.write("e\u{301}x", at: Point(x: 0, y: 0), style: .plain)
        #expect(s[0, 0].text.description == "e\u{301}")
        #expect(s[1, 0].text.description == "x")
    }

    @Test("no control character reaches a cell")
    func controls() {
        var s = surface(4)
        s.write("a\u{1B}\n", at: Point(x: 0, y: 0), style: .plain)
        #expect(cells(s) == "a?? ")
    }

    @Test(
        "a surface of no size takes everything and keeps nothing",
        arguments: [Size(width: 0, height: 0), Size(width: 0, height: 3), Size(width: -1, height: -1)])
    func empty(size: Size) {
        var s = Surface(size: size)
        s.write("x", at: Point(x: 0, y: 0), style: .plain)
        s.fill(s.bounds, style: .plain)
        #expect(s.lines.joined() == "")
        #expect(s.allRows == [])
    }

    @Test("equal surfaces have no changes, others one run a row")
    func changes() {
        var before = surface(8, 3)
        before.write("abcdefgh", at: Point(x: 0, y: 1), style: .plain)
        var after = before
        after.write("X", at: Point(x: 2, y: 1), style: .plain)
        after.write("Y", at: Point(x: 5, y: 1), style: .plain)
        #expect(before.changes(since: before) == [])
        #expect(after.changes(since: before) == [Surface.Change(row: 1, columns: 2..<6)])
    }

    @Test("a change of style alone is a change")
    func styleChange() {
        let before = surface(4)
        var after = before
        after.restyle(Rectangle(x: 1, y: 0, width: 2, height: 1)) { $0.attributes.insert(.bold) }
        #expect(after.changes(since: before) == [Surface.Change(row: 0, columns: 1..<3)])
    }

    @Test("a run never begins or ends inside a wide character, of the old surface or the new")
    func wideChanges() {
        var wide = surface(6)
        wide.write("a中文b", at: Point(x: 0, y: 0), style: .plain)
        var shifted = surface(6)
        shifted.write("a x文b", at: Point(x: 0, y: 0), style: .plain)
        #expect(shifted.changes(since: wide) == [Surface.Change(row: 0, columns: 1..<3)])
        #expect(wide.changes(since: shifted) == [Surface.Change(row: 0, columns: 1..<3)])
    }

    @Test("surfaces of different sizes differ everywhere")
    func sizes() {
        #expect(surface(2, 2).changes(since: surface(3, 2)).map(\.columns) == [0..<2, 0..<2])
    }
}
