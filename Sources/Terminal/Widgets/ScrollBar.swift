/// Shows which part of a list is on screen. Nothing is drawn while all of it is.
public struct ScrollBar: Sendable, Hashable {
    public var count: Int
    public var visible: Range<Int>

    public init(count: Int, visible: Range<Int>) {
        self.count = count
        self.visible = visible
    }

    /// Draws down the first column of an area, mostly on a box's right border.
    public func draw(in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs) {
        guard let thumb = thumb(height: area.height), area.width > 0 else { return }
        let column = Rectangle(x: area.x, y: area.y, width: 1, height: area.height)
        surface.fill(column, with: glyphs.scrollTrack, style: theme[.border])
        let place = Rectangle(x: area.x, y: area.y + thumb.lowerBound, width: 1, height: thumb.count)
        surface.fill(place, with: glyphs.scrollThumb, style: theme[.muted])
    }

    /// The cells of the thumb: at least one, at the very top only on the first row and at the very bottom only with the last one.
    /// nil where the whole list is visible.
    func thumb(height: Int) -> Range<Int>? {
        guard height > 0, visible.count < count else { return nil }
        let length = min(max(1, height * visible.count / count), height)
        let travel = height - length
        let hidden = count - visible.count
        let first = min(max(0, visible.lowerBound), hidden)
        var top = travel * first / hidden
        if first > 0, travel > 1 { top = min(max(1, top), first == hidden ? travel : travel - 1) }
        return top..<top + length
    }
}
