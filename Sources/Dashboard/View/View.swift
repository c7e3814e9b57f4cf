internal import Settings
public import Terminal

/// The whole screen from the state; pure. Every text from outside passes DisplayText on its way into a cell.
public func view(_ state: DashboardState) -> Surface {
    let theme = state.interface.theme
    var canvas = Canvas(surface: Surface(size: state.size, style: theme[.text]), theme: theme, glyphs: state.glyphs)
    let layout = state.layout
    if state.monitor.isOpen { drawMonitor(state, on: &canvas) } else { drawPanes(state, layout, on: &canvas) }
    drawSlider(state, on: &canvas)
    drawStatusBar(state, in: layout.statusBar, on: &canvas)
    drawHintLine(state, in: layout.hintLine, on: &canvas)
    for layer in state.layers { drawLayer(layer, state, on: &canvas) }
    return canvas.surface
}

private func drawPanes(_ state: DashboardState, _ layout: Layout, on canvas: inout Canvas) {
    for (pane, area) in layout.panes {
        switch pane {
        case .databases: drawDatabases(state, in: area, on: &canvas)
        case .tree: drawTree(state, in: area, on: &canvas)
        case .describer: drawDescriber(state, in: area, on: &canvas)
        }
    }
}

/// A surface with what all drawing needs: the theme and the glyphs.
struct Canvas {
    var surface: Surface
    let theme: Theme
    let glyphs: Glyphs
}
