internal import Terminal

/// The describer's row under the cursor, each fact under its heading and wrapped rather than cut, and what belongs to the row below them. The
/// clipboard takes each fact in one line.
func rowText(_ state: DashboardState) -> ReaderText {
    let row = state.describer.window.cursor
    guard case .table(let listing) = state.tabContent, row < listing.count else { return ReaderText([]) }
    let width = max(20, min(100, state.size.width - 6))
    var lines: [StyledText] = []
    var original = ""
    func heading(_ text: String) {
        if !lines.isEmpty {
            lines.append("")
            original += "\n"
        }
        lines.append(StyledText(outside: text, .heading))
        original += text + "\n"
    }
    for (title, cell) in zip(listing.titles, listing.row(row)) where !cell.isEmpty {
        heading(title)
        let role = cell.spans.first { $0.role != .escaped }?.role ?? .text
        lines += wrapped(cell.plainText, width: width - 2).map { StyledText("  ") + StyledText($0, role) }
        original += indented(cell.plainText)
    }
    if let (title, text) = listing.object(row).text {
        heading(title)
        lines += ReaderText(outside: text).lines.map { StyledText("  ") + $0 }
        original += indented(text)
    }
    return ReaderText(lines, original: original)
}

/// Each line of a text behind two spaces, with its end.
func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(into: "") { $0 += "  \($1)\n" }
}
