internal import PostgresCatalog
internal import Terminal

/// The Rows tab below its tabs.
/// - Parameter frame: the describer's box, whose lower border says which rows these are.
func drawRows(_ state: DashboardState, in body: Rectangle, of frame: Rectangle, isFocused: Bool, on canvas: inout Canvas) {
    let rows = state.describer.rows
    guard let page = rows.page.value else {
        return canvas.lines(rowsLines(state, width: body.width - 2), in: body.inset(horizontally: 1, vertically: 0))
    }
    canvas.footnote(rowsFootnote(rows, page, state), of: frame)
    guard !page.rows.isEmpty else {
        return canvas.lines([StyledText("no rows", .muted)], in: body.inset(horizontally: 1, vertically: 0))
    }
    var table = Table(columns: rows.grid.columns, count: page.rows.count, window: state.describer.window)
    table.isFocused = isFocused
    table.showsSelection = isFocused
    table.selectedColumn = isFocused ? rows.column : nil
    table.scroll = state.describer.horizontalOffset
    let visible = table.layout(in: body).visible(scroll: table.scroll, width: body.width)
    table.draw(in: body, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs) { row in
        rows.grid.order.enumerated().map { place, index in
            guard place == 0 || visible.contains(place) else { return "" }
            let text = cellText(
                page.rows[row].values[index], page.columns[index], width: rows.grid.columns[place].ideal, ellipsis: canvas.glyphs.ellipsis)
            return rows.page.isStale ? text.inRole(.stale) : text
        }
    }
    let content = Table.rows(of: body)
    canvas.scrollBar(count: page.rows.count, window: state.describer.window, height: content.height, rightOf: body, from: content.y)
}

/// The loading mark or the age of the page, for the describer's border.
func rowsMark(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
    let rows = state.describer.rows
    if let since = rows.asking { return StyledText(loadingMark(since, state.now, glyphs), .loading) }
    return rows.page.isStale ? listNote(rows.page, glyphs: glyphs, now: state.now) { _ in "" } : ""
}

extension StyledText {
    /// The same text in one role.
    fileprivate func inRole(_ role: Role) -> StyledText { StyledText(spans.map { Span($0.text, role) }) }
}
