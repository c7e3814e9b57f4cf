internal import Terminal

extension Fleet {
    /// A mouse event: on the lines of servers a press selects, a double press moves the panes, the wheel scrolls.
    mutating func point(_ mouse: MouseEvent) -> [FleetEffect] {
        let height = lineCount
        guard mouse.position.y < height else {
            if mouse.kind == .press || mouse.kind == .doublePress { lines.hasKeys = false }
            var below = mouse
            below.position.y -= height
            return pass(.mouse(below))
        }
        switch mouse.kind {
        case .wheelUp, .wheelDown:
            lines.hasKeys = true
            lines.window.scroll(by: mouse.kind == .wheelUp ? -1 : 1, count: decks.count, height: height)
        case .press, .doublePress:
            lines.hasKeys = true
            lines.window.select(lines.window.offset + mouse.position.y, count: decks.count, height: height)
            if mouse.kind == .doublePress { return showUnderCursor() }
        }
        return []
    }
}
