internal import Settings
public import Terminal

/// The whole screen: a line for each server, and under them the panes of the one that is selected.
public func view(_ fleet: Fleet) -> Surface { view(fleet, around: view(fleet.decks[fleet.selected])) }

/// - Parameter panes: those of the server that is selected.
func view(_ fleet: Fleet, around panes: Surface) -> Surface {
    let height = fleet.lineCount
    guard height > 0 else { return panes }
    let deck = fleet.deck
    let theme = deck.interface.theme
    var canvas = Canvas(surface: Surface(size: fleet.size, style: theme[.text]), theme: theme, glyphs: deck.glyphs)
    canvas.surface.lay(panes, at: Point(x: 0, y: height))
    if fleet.lines.hasKeys { canvas.surface.cursor = nil }
    drawLines(fleet, height: height, on: &canvas)
    return canvas.surface
}

private func drawLines(_ fleet: Fleet, height: Int, on canvas: inout Canvas) {
    let lines = fleet.decks.indices.map { server in
        FleetLine(fleet.decks[server], isSelected: server == fleet.selected, now: fleet.now, canvas.glyphs)
    }
    let table = FleetTable(lines, width: fleet.size.width)
    let window = fleet.lines.window
    for (y, server) in window.visible(count: lines.count, height: height).enumerated() {
        let selection: Role? = server == window.cursor ? (fleet.lines.hasKeys ? .selection : .selectionInactive) : nil
        table.draw(server, y: y, selection: selection, on: &canvas)
    }
    ScrollBar(count: lines.count, visible: window.visible(count: lines.count, height: height)).draw(
        in: Rectangle(x: fleet.size.width - 1, y: 0, width: 1, height: height), of: &canvas.surface, theme: canvas.theme,
        glyphs: canvas.glyphs)
}
