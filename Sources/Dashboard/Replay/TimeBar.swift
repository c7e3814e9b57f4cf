internal import PostgresMonitor
internal import Terminal

/// The bar of the slider: where in the recording one is, where the server was away, where alerts began, and what nobody recorded.
struct TimeBar {
    let span: ClosedRange<WallClock>
    let width: Int

    init(_ index: RecordIndex, width: Int) {
        span = index.span
        self.width = max(1, width)
    }

    private var length: Double { max(span.upperBound - span.lowerBound, 0.001) }

    func cell(of moment: WallClock) -> Int {
        let fraction = (moment - span.lowerBound) / length
        return max(0, min(width - 1, Int((fraction * Double(width - 1)).rounded())))
    }

    func moment(at cell: Int) -> WallClock {
        width == 1 ? span.lowerBound : span.lowerBound + Double(max(0, min(cell, width - 1))) / Double(width - 1) * length
    }

    func text(_ replayed: Replayed, glyphs: Glyphs) -> StyledText {
        let index = replayed.index
        var cells = Array(repeating: Span(String(glyphs.horizontal), .border), count: width)
        for after in index.gaps {
            let gap =
                (cell(of: index.time(of: after - 1)) + 1)..<max(cell(of: index.time(of: after - 1)) + 1, cell(of: index.time(of: after)))
            for place in gap { cells[place] = Span(" ", .muted) }
        }
        for absence in index.absences {
            let end = index.time(of: min(absence.upperBound, index.count - 1))
            for place in cell(of: index.time(of: absence.lowerBound))...max(cell(of: index.time(of: absence.lowerBound)), cell(of: end)) {
                cells[place] = Span(Self.awayMark(glyphs), .bad)
            }
        }
        for alert in index.alerts { cells[cell(of: index.time(of: alert.first))] = Span(Self.alertMark, .warning) }
        cells[cell(of: replayed.time)] = Span(String(glyphs.open), .key)
        return StyledText(cells)
    }

    static func awayMark(_ glyphs: Glyphs) -> String { glyphs.hasBraille ? "×" : "x" }
    static let alertMark = "!"
}
