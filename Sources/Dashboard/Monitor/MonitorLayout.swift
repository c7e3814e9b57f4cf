internal import Terminal

/// Where the parts of the monitor lie.
struct MonitorLayout {
    var frame: Rectangle
    var tabs: Rectangle
    /// The page: of a page with one list, its header and rows.
    var table: Rectangle
    /// The part of it that scrolls.
    var rows: Rectangle
    /// What is missing, below the page.
    var notes: Rectangle
}

extension DashboardState {
    /// All of the screen but the status bar, the hint line and the slider of a recording.
    var monitorFrame: Rectangle {
        let layout = layout
        return Rectangle(size).splitBottom(layout.statusBar.height + layout.hintLine.height + sliderHeight).rest
    }

    func monitorLayout(_ listing: MonitorListing?) -> MonitorLayout {
        let (tabs, page) = monitorFrame.inset(by: 1).splitTop(1)
        let lines = listing.map { monitorNotes($0, width: page.width).count } ?? 0
        let (table, notes) = page.splitBottom(min(lines, max(1, page.height / 4)))
        let isSingle = listing?.isSingle ?? false
        return MonitorLayout(
            frame: monitorFrame, tabs: tabs, table: table, rows: isSingle ? Table.rows(of: table) : table, notes: notes)
    }

    /// The notes of a page, wrapped rather than cut: a GRANT is of use only whole.
    func monitorNotes(_ listing: MonitorListing, width: Int) -> [StyledText] {
        listing.notes.flatMap { note in
            let role = note.spans.first?.role ?? .text
            return wrapped(note.plainText, width: max(10, width)).map { StyledText($0, role) }
        }
    }
}
