/// The line and block characters to draw with: Unicode where the terminal has them, ASCII where it has not.
public struct Glyphs: Sendable, Hashable {
    public var horizontal: Character
    public var vertical: Character
    public var topLeft: Character
    public var topRight: Character
    public var bottomLeft: Character
    public var bottomRight: Character
    public var expanded: Character
    public var collapsed: Character
    public var open: Character
    public var closed: Character
    /// The one in use among several.
    public var current: Character
    public var ellipsis: Character
    public var ascending: Character
    public var descending: Character
    public var scrollTrack: Character
    public var scrollThumb: Character
    public var separator: Character
    public var mask: Character
    /// Eight heights, lowest first.
    public var bars: [Character]
    /// The frames of the loading mark, one shown a second.
    public var spinner: [Character]
    /// Whether graphs are drawn in Braille patterns, eight dots a cell.
    public var hasBraille: Bool

    public static let unicode = Glyphs(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        expanded: "▾", collapsed: "▸", open: "●", closed: "○", current: "◆", ellipsis: "…", ascending: "▲", descending: "▼",
        scrollTrack: "│", scrollThumb: "┃", separator: "│", mask: "•",
        bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], spinner: ["◐", "◓", "◑", "◒"], hasBraille: true)

    public static let ascii = Glyphs(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        expanded: "v", collapsed: ">", open: "*", closed: "o", current: "@", ellipsis: "~", ascending: "^", descending: "v",
        scrollTrack: "|", scrollThumb: "#", separator: "|", mask: "*",
        bars: ["_", ".", ".", "-", "-", "=", "=", "#"], spinner: ["|", "/", "-", "\\"], hasBraille: false)
}
