public import Terminal

/// What the person wants of the terminal.
public struct TerminalOptions: Sendable, Hashable {
    public var mouse: Bool
    public var glyphs: GlyphPreference

    public init(mouse: Bool = true, glyphs: GlyphPreference = .automatic) {
        self.mouse = mouse
        self.glyphs = glyphs
    }
}

/// What the terminal and the locale can do.
public struct TerminalCapabilities: Sendable, Hashable {
    /// TERM.
    public var type: String
    public var colors: ColorDepth
    /// Whether the locale can draw more than ASCII.
    public var isUnicode: Bool
    public var hasMouse: Bool

    func glyphs(_ preference: GlyphPreference) -> Glyphs {
        switch preference {
        case .ascii: .ascii
        case .unicode: isUnicode ? .unicode : .ascii
        case .automatic: isUnicode && type != "linux" ? .unicode : .ascii
        }
    }
}
