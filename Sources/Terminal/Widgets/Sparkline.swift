/// The last values of a series as a row of bars, the newest on the right.
public struct Sparkline: Sendable, Hashable {
    /// nil where nothing is known of an interval; a gap is drawn.
    public var values: [Double?]
    /// The value of a full bar; the greatest value shown where nil.
    public var ceiling: Double?

    public init(_ values: [Double?], ceiling: Double? = nil) {
        self.values = values
        self.ceiling = ceiling
    }

    /// One character a value, padded with spaces on the left to so many columns.
    public func text(columns: Int, glyphs: Glyphs) -> String {
        guard columns > 0 else { return "" }
        let shown = values.suffix(columns)
        let top = ceiling ?? shown.compactMap { $0 }.filter(\.isFinite).max() ?? 0
        let bars = shown.map { bar($0, top: top, glyphs) }
        return String(repeating: " ", count: columns - bars.count) + String(bars)
    }

    private func bar(_ value: Double?, top: Double, _ glyphs: Glyphs) -> Character {
        guard let value, value.isFinite, let lowest = glyphs.bars.first else { return " " }
        guard value > 0, top > 0 else { return lowest }
        let step = (value / top * Double(glyphs.bars.count)).rounded(.up)
        return glyphs.bars[Int(min(max(1, step), Double(glyphs.bars.count))) - 1]
    }
}
