internal import DisplayText

extension TextField {
    /// Draws the text in one row, scrolled by half its width where the cursor would be out of view, and puts the terminal's cursor into it.
    /// - Parameter placeholder: drawn while the field is empty.
    public func draw(
        in area: Rectangle, of surface: inout Surface, theme: Theme, glyphs: Glyphs, isFocused: Bool = true, placeholder: String = ""
    ) {
        let row = area.splitTop(1).top.intersection(surface.bounds)
        guard !row.isEmpty else { return }
        surface.fill(row, style: theme[.input])
        let cursorColumn = isFocused ? line(of: beforeCursor, glyphs).width : 0
        let scrolled = Self.scroll(cursorColumn: cursorColumn, width: row.width)
        let line = isEmpty ? StyledText(placeholder, .muted) : line(of: beforeCursor + fromCursor, glyphs)
        surface.write(line, at: Point(x: row.x - scrolled, y: row.y), theme: theme, within: .input, clip: row)
        if isFocused { surface.cursor = Point(x: row.x + cursorColumn - scrolled, y: row.y) }
    }

    /// The columns hidden on the left: none while the cursor fits, else as many half widths as bring it into view.
    static func scroll(cursorColumn: Int, width: Int) -> Int {
        guard cursorColumn >= width else { return 0 }
        let step = max(1, width / 2)
        return ((cursorColumn - width) / step + 1) * step
    }

    private func line(of characters: ArraySlice<Character>, _ glyphs: Glyphs) -> StyledText {
        isMasked
            ? StyledText(String(repeating: glyphs.mask, count: characters.count), .input)
            : StyledText(outside: String(characters), .input)
    }
}
