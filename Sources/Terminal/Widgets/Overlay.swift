/// A bordered box in the middle of an area, over what was drawn there.
public struct Overlay: Sendable, Hashable {
    public var title: StyledText
    public var note: StyledText
    /// The cells wanted inside the border; fewer where the area is smaller.
    public var content: Size

    public init(title: StyledText, note: StyledText = "", content: Size) {
        self.title = title
        self.note = note
        self.content = content
    }

    /// Where the overlay is drawn in an area, its border included.
    public func frame(in area: Rectangle) -> Rectangle {
        area.centered(Size(width: max(0, content.width) + 4, height: max(0, content.height) + 2))
    }

    /// Where its content is drawn in an area: one cell off the border at its sides.
    public func content(in area: Rectangle) -> Rectangle { frame(in: area).inset(horizontally: 2, vertically: 1) }

    /// Clears the box, draws its border and hides the cursor of what is below. Draw what is inside with `within: .overlay`.
    /// - Returns: the rectangle for the content.
    @discardableResult
    public func draw(in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs) -> Rectangle {
        let frame = frame(in: area)
        let ground = theme[.overlay]
        surface.fill(frame, style: ground)
        surface.cursor = nil
        Box(title: title, note: note, isFocused: true).draw(in: frame, of: &surface, theme: theme, glyphs: glyphs)
        surface.restyle(frame) { style in
            if style.background == .terminalDefault { style.background = ground.background }
        }
        return content(in: area)
    }
}
