/// A place on the screen in cells; (0, 0) is the top left.
public struct Point: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// Columns and rows, in cells.
public struct Size: Sendable, Hashable {
    public var width: Int
    public var height: Int
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A rectangle of cells; never of negative size.
public struct Rectangle: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

    public var maxX: Int { x + width }
    public var maxY: Int { y + height }
    public var isEmpty: Bool { width == 0 || height == 0 }

    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
    }

    /// The rectangle within a border of so many cells on each side.
    public func inset(by cells: Int) -> Rectangle { inset(horizontally: cells, vertically: cells) }

    public func inset(horizontally: Int, vertically: Int) -> Rectangle {
        Rectangle(x: x + horizontally, y: y + vertically, width: width - 2 * horizontally, height: height - 2 * vertically)
    }

    public func intersection(_ other: Rectangle) -> Rectangle {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rectangle(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }

    /// The first rows, and what remains below them.
    public func splitTop(_ rows: Int) -> (top: Rectangle, rest: Rectangle) {
        let rows = min(max(0, rows), height)
        return (
            Rectangle(x: x, y: y, width: width, height: rows),
            Rectangle(x: x, y: y + rows, width: width, height: height - rows)
        )
    }

    /// The last rows, and what remains above them.
    public func splitBottom(_ rows: Int) -> (rest: Rectangle, bottom: Rectangle) {
        let (top, rest) = splitTop(height - min(max(0, rows), height))
        return (top, rest)
    }

    /// The first columns, and what remains to their right.
    public func splitLeft(_ columns: Int) -> (left: Rectangle, rest: Rectangle) {
        let columns = min(max(0, columns), width)
        return (
            Rectangle(x: x, y: y, width: columns, height: height),
            Rectangle(x: x + columns, y: y, width: width - columns, height: height)
        )
    }

    /// A rectangle of this size in the middle, as far as it fits.
    public func centered(_ size: Size) -> Rectangle {
        let width = min(size.width, self.width)
        let height = min(size.height, self.height)
        return Rectangle(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }
}
