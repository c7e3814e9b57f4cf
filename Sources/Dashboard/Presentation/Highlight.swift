internal import DisplayText
internal import Terminal

/// A name from outside with what the filter matched in the role `match`.
func highlighted(_ name: String, _ filter: Filter, _ role: Role) -> StyledText {
    guard filter.isActive else { return StyledText(outside: name, role) }
    let folded = name.lowercased()
    guard folded.utf8.count == name.utf8.count, let found = folded.range(of: filter.text.lowercased()) else {
        return StyledText(outside: name, role)
    }
    // Lower case kept every scalar's length, so offsets hold in the name as well.
    let start = folded.utf8.distance(from: folded.startIndex, to: found.lowerBound)
    let end = folded.utf8.distance(from: folded.startIndex, to: found.upperBound)
    let from = name.utf8.index(name.startIndex, offsetBy: start)
    let to = name.utf8.index(name.startIndex, offsetBy: end)
    return StyledText(outside: String(name[..<from]), role) + StyledText(outside: String(name[from..<to]), .match)
        + StyledText(outside: String(name[to...]), role)
}

extension String {
    /// The first place of another text in this one, compared character by character.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        guard !other.isEmpty else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// A pane's title, and the filter behind it while there is one.
func paneTitle(_ title: String, of owner: String? = nil, filter: Filter, glyphs: Glyphs) -> StyledText {
    var text = StyledText(title, .title)
    if let owner { text += StyledText(" \(glyphs.separator) ", .border) + StyledText(outside: owner, .title) }
    guard filter.isActive || filter.isBeingTyped else { return text }
    text += StyledText(" /", .key) + StyledText(outside: filter.text, .match)
    if filter.isBeingTyped { text += StyledText("_", .input) }
    return text
}
