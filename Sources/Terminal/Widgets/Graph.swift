/// A series as a filled graph of several rows, the newest value on the right: two by four dots a cell, or a bar a column where the glyphs
/// have no dots.
public struct Graph: Sendable, Hashable {
    /// nil where nothing is known; a gap is drawn.
    public var values: [Double?]
    /// The value at the lower edge.
    public var floor: Double
    /// The value of a full bar.
    public var ceiling: Double

    public init(_ values: [Double?], floor: Double = 0, ceiling: Double) {
        self.values = values
        self.floor = floor
        self.ceiling = ceiling
    }

    /// How many values so many columns show.
    public static func points(columns: Int, glyphs: Glyphs) -> Int { max(0, columns) * (glyphs.hasBraille ? 2 : 1) }

    /// The rows from the top, each of so many columns.
    public func lines(width: Int, height: Int, glyphs: Glyphs) -> [String] {
        guard width > 0, height > 0 else { return [] }
        let count = Self.points(columns: width, glyphs: glyphs)
        let steps = height * (glyphs.hasBraille ? 4 : glyphs.bars.count)
        let shown = values.suffix(count)
        let levels = Array(repeating: nil, count: count - shown.count) + shown.map { level($0, steps: steps) }
        return (0..<height).reversed().map { row in
            String((0..<width).map { glyphs.hasBraille ? dots(levels, $0, row) : bar(levels[$0], row, glyphs) })
        }
    }

    /// 1 ... steps; a value that is known is never drawn as a gap.
    private func level(_ value: Double?, steps: Int) -> Int? {
        guard let value, value.isFinite else { return nil }
        guard ceiling > floor else { return 1 }
        return Int(min(max(1, ((value - floor) / (ceiling - floor) * Double(steps)).rounded()), Double(steps)))
    }

    /// The scalars of the block Braille Patterns: eight bits, a dot each.
    private static let left: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
    private static let right: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]

    /// - Parameter row: from the lower edge.
    private func dots(_ levels: [Int?], _ column: Int, _ row: Int) -> Character {
        let bits = Self.left[filled(levels[2 * column], row, of: 4)] | Self.right[filled(levels[2 * column + 1], row, of: 4)]
        return bits == 0 ? " " : Character(Unicode.Scalar(0x2800 + bits) ?? " ")
    }

    private func bar(_ level: Int?, _ row: Int, _ glyphs: Glyphs) -> Character {
        let height = filled(level, row, of: glyphs.bars.count)
        return height == 0 ? " " : glyphs.bars[height - 1]
    }

    /// How many of a cell's steps are filled.
    private func filled(_ level: Int?, _ row: Int, of steps: Int) -> Int { min(steps, max(0, (level ?? 0) - row * steps)) }
}
