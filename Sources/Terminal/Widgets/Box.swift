/// A border with a title on its left and a note on its right.
public struct Box: Sendable, Hashable {
    /// Spans in the role `title` are drawn as `titleFocused` while the box has the focus.
    public var title: StyledText
    /// Left out where there is no room for it beside the title.
    public var note: StyledText
    public var isFocused: Bool

    public init(title: StyledText = "", note: StyledText = "", isFocused: Bool = false) {
        self.title = title
        self.note = note
        self.isFocused = isFocused
    }

    /// Draws the border and both titles; the inside is left as it is.
    /// - Returns: the rectangle inside.
    @discardableResult
    public func draw(in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs) -> Rectangle {
        let inside = area.inset(by: 1)
        guard area.width >= 2, area.height >= 2 else { return inside }
        drawBorder(in: area, of: &surface, style: theme[isFocused ? .borderFocused : .border], glyphs: glyphs)
        drawTitles(in: area, of: &surface, theme: theme, glyphs: glyphs)
        return inside
    }

    private func drawBorder(in area: Rectangle, of surface: inout Surface, style: Style, glyphs: Glyphs) {
        let right = area.maxX - 1
        let bottom = area.maxY - 1
        for y in [area.y, bottom] {
            surface.fill(Rectangle(x: area.x + 1, y: y, width: area.width - 2, height: 1), with: glyphs.horizontal, style: style)
        }
        for x in [area.x, right] {
            surface.fill(Rectangle(x: x, y: area.y + 1, width: 1, height: area.height - 2), with: glyphs.vertical, style: style)
        }
        surface.write(String(glyphs.topLeft), at: Point(x: area.x, y: area.y), style: style)
        surface.write(String(glyphs.topRight), at: Point(x: right, y: area.y), style: style)
        surface.write(String(glyphs.bottomLeft), at: Point(x: area.x, y: bottom), style: style)
        surface.write(String(glyphs.bottomRight), at: Point(x: right, y: bottom), style: style)
    }

    /// `┌─ title ──── note ─┐`: two cells of border and two spaces go with each.
    private func drawTitles(in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs) {
        let room = area.width - 6
        guard room > 0 else { return }
        let title = StyledText(self.title.spans.map { Span($0.text, $0.role == .title && isFocused ? .titleFocused : $0.role) })
            .truncated(to: room, ellipsis: glyphs.ellipsis)
        let titleWidth = title.width
        if titleWidth > 0 {
            surface.write(" " + title + " ", at: Point(x: area.x + 2, y: area.y), theme: theme)
        }
        let noteWidth = note.width
        let needed = titleWidth + noteWidth + (titleWidth > 0 ? 3 : 0)
        if noteWidth > 0, needed <= room {
            surface.write(" " + note + " ", at: Point(x: area.maxX - 4 - noteWidth, y: area.y), theme: theme)
        }
    }
}
