internal import DisplayText

/// A row of tabs with counts. Where not all fit, those around the active one are drawn.
public struct TabStrip: Sendable, Hashable {
    public struct Tab: Sendable, Hashable {
        public var title: String
        public var count: Int?
        /// A dimmed tab has nothing to show.
        public var isDimmed: Bool

        public init(_ title: String, count: Int? = nil, isDimmed: Bool = false) {
            self.title = title
            self.count = count
            self.isDimmed = isDimmed
        }

        var label: String { " " + title + (count.map { " \($0)" } ?? "") + " " }
    }

    public var tabs: [Tab]
    public var active: Int

    public init(_ tabs: [Tab], active: Int) {
        self.tabs = tabs
        self.active = active
    }

    /// Draws one row: labels with separators between them.
    /// - Returns: for each tab the rectangle to click on, empty for one that is not drawn.
    @discardableResult
    public func draw(in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs) -> [Rectangle] {
        let row = area.splitTop(1).top
        let nowhere = Rectangle(x: row.x, y: row.y, width: 0, height: 0)
        var places = tabs.map { _ in nowhere }
        let first = firstDrawn(in: row.width)
        var x = row.x
        if first > 0 { x += surface.write(String(glyphs.ellipsis), at: Point(x: x, y: row.y), style: theme[.muted], clip: row) }
        for index in tabs.indices[first...] where x < row.maxX {
            if index > first {
                x += surface.write(String(glyphs.separator), at: Point(x: x, y: row.y), style: theme[.border], clip: row)
            }
            let isLast = index == tabs.count - 1
            let room = row.maxX - x - (isLast ? 0 : 1)
            let label = tabs[index].label
            guard DisplayText.width(of: label) <= room || index == first else {
                surface.write(String(glyphs.ellipsis), at: Point(x: x, y: row.y), style: theme[.muted], clip: row)
                break
            }
            let taken = surface.write(label, at: Point(x: x, y: row.y), style: theme[role(of: index)], clip: row)
            places[index] = Rectangle(x: x, y: row.y, width: taken, height: 1)
            x += taken
        }
        return places
    }

    private func role(of index: Int) -> Role {
        index == active ? .tabActive : tabs[index].isDimmed ? .muted : .tab
    }

    /// The first tab to draw so that the active one is seen whole.
    private func firstDrawn(in width: Int) -> Int {
        guard tabs.indices.contains(active) else { return 0 }
        let widths = tabs.map { DisplayText.width(of: $0.label) + 1 }
        if widths.reduce(0, +) - 1 <= width { return 0 }
        var first = active
        var taken = widths[active] + 1
        while first > 0, taken + widths[first - 1] <= width {
            first -= 1
            taken += widths[first]
        }
        return first
    }
}
