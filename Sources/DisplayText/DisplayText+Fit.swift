extension DisplayText {
    /// The text cut to so many columns, with the ellipsis where something was cut off. The text must have passed ``visible(_:)``.
    ///
    /// A wide character is left out rather than cut in half, so the result may be one column narrower. Takes time for the columns kept,
    /// however long the text is. An ellipsis that the locale cannot draw is a `~`.
    public static func truncated(_ text: String, to columns: Int, ellipsis: Character = "…") -> String {
        guard columns > 0 else { return "" }
        if text.utf8.count <= columns, text.isPrintableASCII { return text }
        let ellipsis = drawable(ellipsis)
        let room = columns - width(of: ellipsis)
        var kept = ""
        var keptWidth = 0
        var total = 0
        for cell in cells(of: text) {
            total += cell.width
            if total > columns { return room < 0 ? "" : kept + ellipsis }
            if keptWidth == total - cell.width, total <= room {
                kept += cell.text.description
                keptWidth = total
            }
        }
        return text
    }

    /// The text cut or padded with spaces on its right to exactly so many columns.
    public static func padded(_ text: String, to columns: Int, ellipsis: Character = "…") -> String {
        let fitting = truncated(text, to: columns, ellipsis: ellipsis)
        return fitting + String(repeating: " ", count: max(0, columns - width(of: fitting)))
    }

    private static func drawable(_ ellipsis: Character) -> String {
        ellipsis.unicodeScalars.contains { $0.terminalWidth < 0 } ? "~" : String(ellipsis)
    }
}
