/// Which line and block characters to draw with, as the person wants it.
public enum GlyphPreference: String, Sendable, Hashable, CaseIterable {
    /// Unicode where the locale has it and the terminal is not the Linux console, whose font lacks most of it.
    case automatic
    case unicode
    case ascii
}
