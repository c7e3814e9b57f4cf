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
    /// A role's style inside a selected row, a bar or an overlay: the selection's background, attributes and, where it names one, foreground; else the role's own
    /// foreground, so that a failure in a selected row stays red.
    public func style(_ role: Role, within selection: Role?) -> Style {
        guard let selection else { return self[role] }
        var style = self[role]
        let selected = self[selection]
        if selected.foreground != .terminalDefault { style.foreground = selected.foreground }
        if selected.background != .terminalDefault { style.background = selected.background }
        style.attributes.formUnion(selected.attributes)
        return style
    }
}
