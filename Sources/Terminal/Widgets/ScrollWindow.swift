/// Which rows of a list are on screen and which one the cursor is on. Every operation takes the same time whatever the number of rows.
///
/// The window knows neither rows nor screen: count and height are told with each step, so a list may change between two.
public struct ScrollWindow: Sendable, Hashable {
    /// The row of the cursor; 0 in an empty list.
    public private(set) var cursor: Int
    /// The first row on screen.
    public private(set) var offset: Int

    public init(cursor: Int = 0, offset: Int = 0) {
        self.cursor = max(0, cursor)
        self.offset = max(0, offset)
    }

    /// Brings cursor and offset back into the list and the cursor into view; call it after the list or the screen changed size.
    public mutating func fit(count: Int, height: Int) {
        cursor = min(max(0, cursor), max(0, count - 1))
        let height = max(1, height)
        offset = min(max(offset, cursor - height + 1), cursor)
        offset = max(0, min(offset, count - height))
    }

    /// Puts the cursor on a row.
    public mutating func select(_ row: Int, count: Int, height: Int) {
        cursor = row
        fit(count: count, height: height)
    }

    /// Moves the cursor by rows, up where negative.
    public mutating func move(by rows: Int, count: Int, height: Int) {
        select(cursor.addingReportingOverflow(rows).overflow ? (rows < 0 ? 0 : count) : cursor + rows, count: count, height: height)
    }

    /// Moves cursor and rows a screen down, with one row of overlap.
    public mutating func pageDown(count: Int, height: Int) { turn(by: max(1, height - 1), count: count, height: height) }

    /// Moves cursor and rows a screen up, with one row of overlap.
    public mutating func pageUp(count: Int, height: Int) { turn(by: -max(1, height - 1), count: count, height: height) }

    public mutating func home(count: Int, height: Int) { select(0, count: count, height: height) }

    public mutating func end(count: Int, height: Int) { select(count - 1, count: count, height: height) }

    /// Moves the rows under the cursor, as a wheel does; the cursor stays on its row while that is in view.
    public mutating func scroll(by rows: Int, count: Int, height: Int) {
        offset = max(0, min(offset + rows, count - height))
        cursor = min(max(cursor, offset), offset + max(1, height) - 1)
        fit(count: count, height: height)
    }

    /// The rows on screen.
    public func visible(count: Int, height: Int) -> Range<Int> {
        let first = min(offset, max(0, count))
        return first..<max(first, min(count, first + max(0, height)))
    }

    private mutating func turn(by rows: Int, count: Int, height: Int) {
        offset = max(0, min(offset + rows, count - height))
        move(by: rows, count: count, height: height)
    }
}
