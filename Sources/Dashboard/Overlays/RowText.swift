internal import Terminal

/// The describer's row under the cursor, each fact under its heading and wrapped rather than cut.
func rowLines(_ state: DashboardState) -> [StyledText] {
    guard let description = state.describer.description.value else { return [] }
    let listing = describerListing(description, state.describer, state, state.glyphs)
    let row = state.describer.window.cursor
    guard row < listing.count else { return [] }
    let width = max(20, min(100, state.size.width - 6))
    var lines: [StyledText] = []
    for (column, cell) in zip(listing.columns, listing.row(row)) where !cell.isEmpty {
        if !lines.isEmpty { lines.append("") }
        lines.append(StyledText(column.title, .heading))
        let role = cell.spans.first { $0.role != .escaped }?.role ?? .text
        lines += wrapped(cell.plainText, width: width - 2).map { StyledText("  ") + StyledText($0, role) }
    }
    return lines
}
