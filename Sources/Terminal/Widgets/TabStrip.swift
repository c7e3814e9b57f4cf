internal import DisplayText

/// A row of tabs with counts. Where room is short the tabs beside the active one are shortened; where that does not suffice, those around
/// the active one are drawn.
public struct TabStrip: Sendable, Hashable {
    public struct Tab: Sendable, Hashable {
        public var title: String
        /// Stands for the title, and for the count, where room is short.
        public var shortTitle: String
        public var count: Int?
        /// A dimmed tab has nothing to show.
        public var isDimmed: Bool

        public init(_ title: String, short: String? = nil, count: Int? = nil, isDimmed: Bool = false) {
            self.title = title
            self.shortTitle = short ?? title
            self.count = count
            self.isDimmed = isDimmed
        }

        private var counted: String { count.map { " \($0)" } ?? "" }

        fileprivate func label(_ length: Length) -> String {
            switch length {
            case .whole: " " + title + counted + " "
            case .counted: " " + shortTitle + counted + " "
            case .short: " " + shortTitle + " "
            case .tight: shortTitle
            }
        }
    }

    /// How much of a tab's label is drawn.
    fileprivate enum Length: CaseIterable {
        case whole
        /// A short title with its count.
        case counted
        case short
        /// Without space at its sides.
        case tight
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
        let labels = labels(in: row.width)
        let first = firstDrawn(labels, in: row.width)
        var x = row.x
        if first > 0 { x += surface.write(String(glyphs.ellipsis), at: Point(x: x, y: row.y), style: theme[.muted], clip: row) }
        for index in tabs.indices[first...] where x < row.maxX {
            let gap = index > first ? 1 : 0
            // Where others follow, the last column stays free for the ellipsis.
            let room = row.maxX - x - gap - (index == tabs.count - 1 ? 0 : 1)
            let fits = DisplayText.width(of: labels[index]) <= room
            if gap > 0, fits || x + 1 < row.maxX {
                x += surface.write(String(glyphs.separator), at: Point(x: x, y: row.y), style: theme[.border], clip: row)
            }
            guard fits || index == first else {
                surface.write(String(glyphs.ellipsis), at: Point(x: x, y: row.y), style: theme[.muted], clip: row)
                break
            }
            let label = fits ? labels[index] : DisplayText.truncated(labels[index], to: max(0, room), ellipsis: glyphs.ellipsis)
            let taken = surface.write(label, at: Point(x: x, y: row.y), style: theme[role(of: index)], clip: row)
            places[index] = Rectangle(x: x, y: row.y, width: taken, height: 1)
            guard fits else { break }
            x += taken
        }
        return places
    }

    private func role(of index: Int) -> Role {
        index == active ? .tabActive : tabs[index].isDimmed ? .muted : .tab
    }

    /// The longest labels that fit all together, the active one whole; else the shortest.
    private func labels(in width: Int) -> [String] {
        var labels: [String] = []
        for length in Length.allCases {
            labels = tabs.enumerated().map { $1.label($0 == active ? .whole : length) }
            if labels.reduce(-1, { $0 + DisplayText.width(of: $1) + 1 }) <= width { break }
        }
        return labels
    }

    /// The first tab to draw so that the active one is seen whole.
    private func firstDrawn(_ labels: [String], in width: Int) -> Int {
        guard tabs.indices.contains(active) else { return 0 }
        let widths = labels.map { DisplayText.width(of: $0) + 1 }
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
