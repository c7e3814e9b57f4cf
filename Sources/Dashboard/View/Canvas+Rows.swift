internal import Terminal

extension Canvas {
    /// A pane's border with its title, and a note about the facts in it. An age, a loading mark and a failure stay when room is short:
    /// the title gives way.
    mutating func box(_ area: Rectangle, title: StyledText, note: StyledText, isFocused: Bool) -> Rectangle {
        var title = title
        if note.spans.contains(where: { [.stale, .loading, .failed].contains($0.role) }) {
            title = title.truncated(to: max(1, area.width - 9 - note.width), ellipsis: glyphs.ellipsis)
        }
        return Box(title: title, note: note, isFocused: isFocused).draw(in: area, of: &surface, theme: theme, glyphs: glyphs)
    }

    /// A line set into a box's lower border.
    mutating func footnote(_ text: StyledText, of area: Rectangle) {
        guard !text.isEmpty, area.width > 12, area.height > 2 else { return }
        let line = " " + text.truncated(to: area.width - 6, ellipsis: glyphs.ellipsis) + " "
        surface.write(line, at: Point(x: area.x + 2, y: area.maxY - 1), theme: theme)
    }

    /// One row of a list: text on the left, and text on the right.
    /// - Parameters:
    ///   - leftWins: leaves the right out rather than cutting the left; else the left gives way.
    ///   - ground: what it lies on where it is not selected: an overlay.
    mutating func row(
        _ left: StyledText, _ right: StyledText = "", in area: Rectangle, y: Int, selection: Role? = nil, leftWins: Bool = false,
        ground: Role? = nil
    ) {
        let line = Rectangle(x: area.x, y: y, width: area.width, height: 1)
        if let selection { surface.fill(line, style: theme.style(.text, within: selection)) }
        let rightWidth = right.width
        let needed = rightWidth + (leftWins ? left.width + 1 : 8)
        let fitsBoth = rightWidth > 0 && area.width >= needed
        let room = area.width - (fitsBoth ? rightWidth + 1 : 0)
        surface.write(
            left.truncated(to: room, ellipsis: glyphs.ellipsis), at: Point(x: area.x, y: y), theme: theme, within: selection ?? ground,
            clip: area)
        if fitsBoth {
            surface.write(right, at: Point(x: area.maxX - rightWidth, y: y), theme: theme, within: selection ?? ground, clip: area)
        }
    }

    /// Lines of text from the top of an area, cut at its end.
    mutating func lines(_ lines: [StyledText], in area: Rectangle, within ground: Role? = nil) {
        for (index, line) in lines.prefix(area.height).enumerated() {
            surface.write(
                line.truncated(to: area.width, ellipsis: glyphs.ellipsis), at: Point(x: area.x, y: area.y + index), theme: theme,
                within: ground, clip: area)
        }
    }

    mutating func scrollBar(count: Int, window: ScrollWindow, height: Int, rightOf inside: Rectangle, from y: Int) {
        ScrollBar(count: count, visible: window.visible(count: count, height: height)).draw(
            in: Rectangle(x: inside.maxX, y: y, width: 1, height: height), of: &surface, theme: theme, glyphs: glyphs)
    }
}
