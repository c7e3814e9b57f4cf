internal import CNcurses
internal import DisplayText
internal import Terminal

/// Turns cells into those of ncurses, and styles into attributes and colour pairs.
@MainActor
struct CellPen {
    let depth: ColorDepth
    private let degradation: StyleDegradation
    /// Whether the terminal can go back to its own colours, -1 for ncurses.
    private let hasDefaultColors: Bool
    private var drawn: [Style: (attributes: attr_t, pair: Int32)] = [:]
    private var pairs: [ColorPair: Int32] = [:]

    private struct ColorPair: Hashable {
        var foreground: Int
        var background: Int
    }

    /// Starts colours, where the terminal has any: on one without, ncurses's colour functions must not be called.
    init() {
        if has_colors() {
            start_color()
            hasDefaultColors = use_default_colors() == OK
            depth = ColorDepth(colors: Int(pgdeck_colors()))
        } else {
            hasDefaultColors = false
            depth = .mono
        }
        degradation = StyleDegradation(to: depth)
    }

    /// Whole characters for `wadd_wchnstr`, which finds the right halves of wide ones by itself.
    mutating func cells(_ cells: ArraySlice<Cell>) -> [cchar_t] {
        var result: [cchar_t] = []
        result.reserveCapacity(cells.count)
        for cell in cells where !cell.text.isEmpty {
            let (attributes, pair) = look(of: cell.style)
            let scalars = cell.text.scalars.map { wchar_t(bitPattern: $0.value) } + [0]
            var wide = cchar_t()
            pgdeck_set_cell(&wide, scalars, attributes, pair)
            result.append(wide)
        }
        return result
    }

    private mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
        if let known = drawn[style] { return known }
        let target = degradation.drawn(style)
        let look = (Self.attributes(target.attributes), pair(target))
        drawn[style] = look
        return look
    }

    /// A pair of its own for each two colours; where the terminal has no more, one for the text's colour alone, and then none.
    private mutating func pair(_ target: DrawnStyle) -> Int32 {
        guard depth != .mono else { return 0 }
        var colors = ColorPair(foreground: target.foreground, background: target.background)
        if !hasDefaultColors {
            // White on black is what such a terminal starts with.
            if colors.foreground < 0 { colors.foreground = Int(COLOR_WHITE) }
            if colors.background < 0 { colors.background = Int(COLOR_BLACK) }
            if colors.foreground == Int(COLOR_WHITE), colors.background == Int(COLOR_BLACK) { return 0 }
        } else if colors.foreground < 0, colors.background < 0 {
            return 0
        }
        return number(of: colors) ?? number(of: ColorPair(foreground: colors.foreground, background: -1)) ?? 0
    }

    private mutating func number(of colors: ColorPair) -> Int32? {
        if let known = pairs[colors] { return known }
        let next = Int32(pairs.count + 1)
        guard next < pgdeck_color_pairs() else { return nil }
        guard init_extended_pair(next, Int32(colors.foreground), Int32(colors.background)) == OK else { return nil }
        pairs[colors] = next
        return next
    }

    private static func attributes(_ attributes: Attributes) -> attr_t {
        let table: [(Attributes, attr_t)] = [
            (.bold, pgdeck_bold), (.dim, pgdeck_dim), (.italic, pgdeck_italic), (.underline, pgdeck_underline), (.reverse, pgdeck_reverse),
        ]
        return table.reduce(0) { attributes.contains($1.0) ? $0 | $1.1 : $0 }
    }
}
