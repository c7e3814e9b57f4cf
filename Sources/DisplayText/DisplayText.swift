/// The door for text from outside: what passes it can be drawn in cells and says what it holds.
///
/// Widths are the C library's `wcwidth` per scalar in the locale of the process, which is what ncurses moves its cursor by. In a locale
/// without UTF-8 nothing beyond ASCII can be drawn: ``visible(_:)`` then writes every such scalar as `<U+00E9>`.
public enum DisplayText {
    /// The columns a character takes when drawn: mostly 0, 1 or 2; more where one grapheme has several bases, as a flag or an emoji family.
    public static func width(of character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    /// The columns a text takes when drawn.
    public static func width(of text: String) -> Int {
        if text.isPrintableASCII { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    /// The text cell by cell, as the terminal shows it.
    public static func cells(of text: String) -> Cells { Cells(text) }
}
