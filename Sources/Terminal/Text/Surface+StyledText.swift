extension Surface {
    /// Writes a line from a point to the right, within a clip.
    /// - Parameter selection: the role of the selected row, bar or overlay that the line is part of; see ``Theme/style(_:within:)``.
    /// - Returns: the columns taken.
    @discardableResult
    public mutating func write(
        _ line: StyledText, at point: Point, theme: Theme, within selection: Role? = nil, clip: Rectangle? = nil
    ) -> Int {
        var x = point.x
        for span in line.spans {
            x += write(span.text, at: Point(x: x, y: point.y), style: theme.style(span.role, within: selection), clip: clip)
        }
        return x - point.x
    }
}

extension Theme {
    /// A role's style inside a selected row, a bar or an overlay: the ground's background and attributes. Its foreground, where it names one, is that of
    /// plain text, so that a failure on a bar stays red; the selection's is that of all text, to be legible on its background.
    public func style(_ role: Role, within selection: Role?) -> Style {
        guard let selection else { return self[role] }
        var style = self[role]
        let selected = self[selection]
        let takesForeground = [.selection, .input].contains(selection) || style.foreground == self[.text].foreground
        if takesForeground, selected.foreground != .terminalDefault { style.foreground = selected.foreground }
        if selected.background != .terminalDefault { style.background = selected.background }
        style.attributes.formUnion(selected.attributes)
        return style
    }
}
