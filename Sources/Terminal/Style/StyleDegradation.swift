/// A style as a terminal can draw it.
public struct DrawnStyle: Sendable, Hashable {
    /// The terminal's number of the colour; -1 is its default.
    public var foreground: Int
    public var background: Int
    public var attributes: Attributes

    public init(foreground: Int = -1, background: Int = -1, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// Turns the colours of a theme into those that a terminal has, so that nothing becomes invisible and a marked background stays marked.
public struct StyleDegradation: Sendable, Hashable {
    public let depth: ColorDepth

    public init(to depth: ColorDepth) { self.depth = depth }

    /// - With 256 colours an rgb becomes the nearest of the cube and the greys.
    /// - With 16 or 8 it becomes the nearest named colour. A background that would come out black, white or grey, which may be the terminal's
    ///   own, is drawn reversed with 8 colours and in a grey with 16. With 8 colours such a text is the default one, dim where it is
    ///   grey; nearly black it is the ink of a light theme.
    /// - Without colours a background is drawn reversed; see also ``Theme/adapted(to:)``.
    public func drawn(_ style: Style) -> DrawnStyle {
        switch depth {
        case .direct: plainly(style, direct)
        case .indexed256: plainly(style, indexed)
        case .sixteen: sixteen(style)
        case .eight: eight(style)
        case .mono: DrawnStyle(attributes: style.background == .terminalDefault ? style.attributes : style.attributes.union(.reverse))
        }
    }

    private func plainly(_ style: Style, _ number: (Color) -> Int) -> DrawnStyle {
        DrawnStyle(foreground: number(style.foreground), background: number(style.background), attributes: style.attributes)
    }

    private func direct(_ color: Color) -> Int {
        guard let (red, green, blue) = rgb(color) else { return -1 }
        // The first eight numbers of such a terminal are its named colours.
        if case .indexed(let index) = color, index < 8 { return Int(index) }
        return max(8, red << 16 | green << 8 | blue)
    }

    private func indexed(_ color: Color) -> Int {
        switch color {
        case .terminalDefault: -1
        case .indexed(let index): Int(index)
        case .rgb: rgb(color).map(Palette.nearest256) ?? -1
        }
    }

    private func sixteen(_ style: Style) -> DrawnStyle {
        var drawn = DrawnStyle(foreground: named(style.foreground, of: 16), background: -1, attributes: style.attributes)
        guard let background = rgb(style.background) else { return drawn }
        let isDark = background.green < 128
        drawn.background = named(style.background, of: 16)
        if !isNamed(style.background), isColorless(background) { drawn.background = isDark ? 8 : 7 }
        if drawn.foreground == drawn.background { drawn.foreground = isDark ? 15 : 0 }
        return drawn
    }

    private func eight(_ style: Style) -> DrawnStyle {
        var drawn = DrawnStyle(attributes: style.attributes)
        if let color = rgb(style.foreground) {
            if isNamed(style.foreground, below: 8) || !isColorless(color) {
                drawn.foreground = named(style.foreground, of: 8)
            } else if (64..<160).contains(color.green) {
                drawn.attributes.insert(.dim)
            }
        }
        if let color = rgb(style.background) {
            if isNamed(style.background, below: 8) || !isColorless(color) {
                drawn.background = named(style.background, of: 8)
            } else {
                drawn.attributes.insert(.reverse)
            }
        }
        if drawn.foreground >= 0, drawn.foreground == drawn.background { drawn.foreground = -1 }
        return drawn
    }

    /// Whether eight colours have only black or white for it.
    private func isColorless(_ color: Palette.RGB) -> Bool {
        Palette.isGrey(color) || [0, 7].contains(Palette.nearestNamed(color, of: 8))
    }

    private func named(_ color: Color, of count: Int) -> Int {
        if case .indexed(let index) = color, index < 16 { return Int(index) % count }
        return rgb(color).map { Palette.nearestNamed($0, of: count) } ?? -1
    }

    private func isNamed(_ color: Color, below limit: UInt8 = 16) -> Bool {
        if case .indexed(let index) = color { index < limit } else { false }
    }

    private func rgb(_ color: Color) -> Palette.RGB? {
        switch color {
        case .terminalDefault: nil
        case .indexed(let index): Palette.rgb(index)
        case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
        }
    }
}
