internal import DisplayText

/// A rectangle of cells that views draw into: the screen as a value.
///
/// Drawing outside the surface, or outside the clip given, is cut off silently. A wide character that would be cut in half is drawn as
/// a space; one that is half overwritten loses its other half to a space.
///
/// Rows that a copy of a surface does not touch stay its own, in memory too: to copy, to change a row and to compare again costs that row.
public struct Surface: Sendable, Hashable {
    public let size: Size
    /// Where the terminal's cursor shall stand; nil hides it.
    public var cursor: Point?
    private var rows: [[Cell]]

    public init(size: Size, style: Style = .plain) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        rows = Array(repeating: Array(repeating: Cell(style: style), count: self.size.width), count: self.size.height)
    }

    public var bounds: Rectangle { Rectangle(size) }

    public subscript(x: Int, y: Int) -> Cell { rows[y][x] }

    /// One row's cells, for comparing and flushing.
    public func row(_ y: Int) -> [Cell] { rows[y] }

    /// The text of each row as it shows, without the spaces at its end.
    public var lines: [String] {
        (0..<size.height).map { y in
            let text = row(y).reduce(into: "") { $0 += $1.text.description }
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    public mutating func fill(_ rectangle: Rectangle, with character: Character = " ", style: Style) {
        let area = rectangle.intersection(bounds)
        var cell = DisplayText.cells(of: String(character))
        guard !area.isEmpty, let (text, width) = cell.next(), width == 1 else { return }
        for y in area.y..<area.maxY {
            detach(area.x, y)
            detach(area.maxX, y)
            rows[y].withUnsafeMutableBufferPointer { $0[area.x..<area.maxX].update(repeating: Cell(text, style: style)) }
        }
    }

    /// Changes the style of cells and leaves their text.
    public mutating func restyle(_ rectangle: Rectangle, _ change: (inout Style) -> Void) {
        let area = rectangle.intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.maxY {
            for x in area.x..<area.maxX { change(&rows[y][x].style) }
        }
    }

    /// Writes text that is already fit for a screen (see `DisplayText`), from a point to the right, within a clip.
    ///
    /// What is not fit after all never reaches a cell: an undrawable scalar is written as `?`.
    /// - Returns: the columns taken, those hidden by the clip's left edge among them, none beyond its right edge.
    @discardableResult
    public mutating func write(_ text: String, at point: Point, style: Style, clip: Rectangle? = nil) -> Int {
        let area = (clip ?? bounds).intersection(bounds)
        guard point.y >= area.y, point.y < area.maxY, point.x < area.maxX, !area.isEmpty else { return 0 }
        var x = point.x
        var isBegun = false
        for cell in DisplayText.cells(of: text) {
            let next = x + cell.width
            if next > area.x, !isBegun {
                detach(max(x, area.x), point.y)
                isBegun = true
            }
            if next > area.maxX {
                rows[point.y][x] = Cell(style: style)
                x = area.maxX
                break
            }
            if x >= area.x {
                rows[point.y][x] = Cell(cell.text, style: style)
                if cell.width == 2 { rows[point.y][x + 1] = Cell(.rightHalf, style: style) }
            } else if next > area.x {
                rows[point.y][area.x] = Cell(style: style)
            }
            x = next
            if x == area.maxX { break }
        }
        // The left half of a wide character went.
        if isBegun, x < size.width, self[x, point.y].text.isEmpty { rows[point.y][x].text = .space }
        return x - point.x
    }

    /// Lays another surface over this one, and its cursor where that falls within.
    public mutating func lay(_ other: Surface, at origin: Point) {
        let area = Rectangle(x: origin.x, y: origin.y, width: other.size.width, height: other.size.height).intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.maxY {
            guard area.width < size.width || other.size.width > size.width else {
                rows[y] = other.row(y - origin.y)
                continue
            }
            let row = other.row(y - origin.y).dropFirst(area.x - origin.x)
            var part = Array(row.prefix(area.width))
            if part[0].text.isEmpty { part[0].text = .space }
            if row.dropFirst(area.width).first?.text.isEmpty ?? false { part[part.count - 1].text = .space }
            detach(area.x, y)
            detach(area.maxX, y)
            rows[y].replaceSubrange(area.x..<area.maxX, with: part)
        }
        if let place = other.cursor.map({ Point(x: $0.x + origin.x, y: $0.y + origin.y) }), area.contains(place) { cursor = place }
    }

    /// Makes the boundary to the left of a column one between whole characters: of a wide one across it both halves become spaces.
    private mutating func detach(_ x: Int, _ y: Int) {
        guard x > 0, x < size.width else { return }
        guard rows[y][x].text.isEmpty else { return }
        rows[y][x].text = .space
        rows[y][x - 1].text = .space
    }
}
