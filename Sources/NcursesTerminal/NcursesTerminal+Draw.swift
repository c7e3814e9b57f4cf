internal import CNcurses
public import Terminal

extension NcursesTerminal {
    /// Makes the screen show a surface: writes the cells that differ from what it shows, all in one go. A surface of another size than the
    /// screen's is cut at its right and bottom edges.
    public func draw(_ surface: Surface) {
        guard isUp else { return }
        let window = pgdeck_stdscr()
        var changes = surface.allRows
        if let shown, shown.size == surface.size {
            changes = surface.changes(since: shown)
            if changes.isEmpty, shown.cursor == surface.cursor { return }
        } else {
            werase(window)
            // What a terminal does with its lines when it changes size is its own affair: nothing on it can be relied on.
            clearok(pgdeck_curscr(), true)
        }
        for change in changes where change.row < size.height {
            let cells = pen.cells(surface.row(change.row).dropFirst(change.columns.lowerBound).prefix(change.columns.count))
            mvwadd_wchnstr(window, Int32(change.row), Int32(change.columns.lowerBound), cells, Int32(cells.count))
        }
        place(surface.cursor)
        shown = surface
        wnoutrefresh(window)
        doupdate()
    }

    /// Makes the next ``draw(_:)`` write the whole screen: for when another program has written on it.
    public func repaint() { shown = nil }

    private func place(_ cursor: Point?) {
        if let cursor, Rectangle(size).contains(cursor) {
            leaveok(pgdeck_stdscr(), false)
            wmove(pgdeck_stdscr(), Int32(cursor.y), Int32(cursor.x))
            curs_set(1)
        } else {
            // Where nobody sees it, it need not be moved back after each change.
            leaveok(pgdeck_stdscr(), curs_set(0) != ERR)
        }
    }
}
