import Terminal
import Testing

@Suite("Scroll window")
struct ScrollWindowTests {
    private func state(_ window: ScrollWindow) -> [Int] { [window.cursor, window.offset] }

    @Test("the cursor moves through the screen before the rows do")
    func move() {
        var window = ScrollWindow()
        for _ in 0..<4 { window.move(by: 1, count: 100, height: 5) }
        #expect(state(window) == [4, 0])
        window.move(by: 1, count: 100, height: 5)
        #expect(state(window) == [5, 1])
        window.move(by: -1, count: 100, height: 5)
        #expect(state(window) == [4, 1])
    }

    @Test(
        "it stops at both ends, whatever the step", arguments: [(Int.min, [0, 0]), (-1, [0, 0]), (1000, [99, 95]), (Int.max, [99, 95])])
    func ends(step: Int, expected: [Int]) {
        var window = ScrollWindow()
        window.move(by: step, count: 100, height: 5)
        #expect(state(window) == expected)
    }

    @Test("a page turns cursor and rows alike and keeps one row")
    func pages() {
        var window = ScrollWindow()
        window.select(2, count: 100, height: 5)
        window.pageDown(count: 100, height: 5)
        #expect(state(window) == [6, 4])
        window.pageUp(count: 100, height: 5)
        #expect(state(window) == [2, 0])
        window.pageUp(count: 100, height: 5)
        #expect(state(window) == [0, 0])
    }

    @Test("Home and End reach the ends of a list of a billion rows")
    func homeEnd() {
        var window = ScrollWindow()
        window.end(count: 1_000_000_000, height: 24)
        #expect(state(window) == [999_999_999, 999_999_976])
        #expect(window.visible(count: 1_000_000_000, height: 24) == 999_999_976..<1_000_000_000)
        window.home(count: 1_000_000_000, height: 24)
        #expect(state(window) == [0, 0])
    }

    @Test("a list that shrank takes the cursor along and fills the screen")
    func shrunk() {
        var window = ScrollWindow(cursor: 90, offset: 88)
        window.fit(count: 10, height: 5)
        #expect(state(window) == [9, 5])
        window.fit(count: 0, height: 5)
        #expect(state(window) == [0, 0])
        #expect(window.visible(count: 0, height: 5).isEmpty)
    }

    @Test(
        "a screen that shrank keeps the cursor in view, one of no height too",
        arguments: [(3, [9, 7]), (1, [9, 9]), (0, [9, 9]), (-2, [9, 9])])
    func smallScreen(height: Int, expected: [Int]) {
        var window = ScrollWindow(cursor: 9, offset: 5)
        window.fit(count: 100, height: height)
        #expect(state(window) == expected)
    }

    @Test("the wheel moves the rows and pushes the cursor only at the edge")
    func wheel() {
        var window = ScrollWindow()
        window.select(4, count: 100, height: 10)
        window.scroll(by: 3, count: 100, height: 10)
        #expect(state(window) == [4, 3])
        window.scroll(by: 3, count: 100, height: 10)
        #expect(state(window) == [6, 6])
        window.scroll(by: -60, count: 100, height: 10)
        #expect(state(window) == [6, 0])
    }
}
