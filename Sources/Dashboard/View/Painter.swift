internal import Settings
public import Terminal

/// Draws a fleet, frame after frame. Where only the status bar can have changed since the frame before, the rest is taken from that one: at
/// rest a refresh costs a line, and not a screen.
public struct Painter: Sendable {
    /// The panes as they were drawn last, without the lines of servers.
    private var last: (surface: Surface, server: Int, revision: UInt64)?

    public init() {}

    /// The whole screen, as ``view(_:)`` has it.
    public mutating func frame(of fleet: Fleet) -> Surface {
        let revision = fleet.decks[fleet.selected].revision
        let panes =
            if let last, last.server == fleet.selected, last.revision == revision {
                view(fleet.decks[fleet.selected], over: last.surface)
            } else {
                view(fleet.decks[fleet.selected])
            }
        assert(panes == view(fleet.decks[fleet.selected]), "more than the status bar has changed")
        last = (panes, fleet.selected, revision)
        return view(fleet, around: panes)
    }
}

/// The panes as they were drawn before, under the status bar of now.
private func view(_ state: DashboardState, over before: Surface) -> Surface {
    let theme = state.interface.theme
    let area = state.layout.statusBar
    var canvas = Canvas(surface: before, theme: theme, glyphs: state.glyphs)
    canvas.surface.fill(area, style: theme[.text])
    drawStatusBar(state, in: area, on: &canvas)
    return canvas.surface
}
