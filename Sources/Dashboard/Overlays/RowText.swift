internal import Terminal

/// The describer's row under the cursor, each fact under its heading and wrapped rather than cut, and what belongs to the row below them.
func rowLines(_ state: DashboardState) -> [StyledText] {
    let row = state.describer.window.cursor
    guard case .table(let listing) = state.tabContent, row < listing.count else { return [] }
    let width = max(20, min(100, state.size.width - 6))
    var lines: [StyledText] = []
    func heading(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(StyledText(outside: text, .heading))
    }
    for (title, cell) in zip(listing.titles, listing.row(row)) where !cell.isEmpty {
        heading(title)
        let role = cell.spans.first { $0.role != .escaped }?.role ?? .text
        lines += wrapped(cell.plainText, width: width - 2).map { StyledText("  ") + StyledText($0, role) }
    }
    if let (title, text) = listing.object(row).text {
        heading(title)
        lines += ReaderText(outside: text).lines.map { StyledText("  ") + $0 }
    }
    return lines
}
