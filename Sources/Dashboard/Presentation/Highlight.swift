internal import DisplayText
internal import Terminal

/// A name from outside with what the filter matched in the role `match`.
func highlighted(_ name: String, _ filter: Filter, _ role: Role) -> StyledText {
    StyledText(outside: name, role).highlighting(filter.text)
}

extension StyledText {
    /// The same line with every occurrence of a text, letter case aside, in the role `match`.
    func highlighting(_ text: String) -> StyledText {
        var found = occurrences(of: text)[...]
        guard !found.isEmpty else { return self }
        var start = 0
        var result: [Span] = []
        for span in spans {
            let characters = Array(span.text)
            var from = 0
            while let next = found.first, next.lowerBound < start + characters.count {
                let match = max(from, next.lowerBound - start)..<min(characters.count, next.upperBound - start)
                if from < match.lowerBound { result.append(Span(String(characters[from..<match.lowerBound]), span.role)) }
                result.append(Span(String(characters[match]), .match))
                from = match.upperBound
                // What goes on in the next span is marked there.
                if next.upperBound > start + characters.count { break }
                found.removeFirst()
            }
            if from < characters.count { result.append(Span(String(characters[from...]), span.role)) }
            start += characters.count
        }
        return StyledText(result)
    }

    /// The columns of the first occurrence of a text, letter case aside.
    func columns(of text: String) -> Range<Int>? {
        guard let found = occurrences(of: text).first else { return nil }
        let characters = Array(plainText)
        let start = DisplayText.width(of: String(characters[..<found.lowerBound]))
        return start..<start + DisplayText.width(of: String(characters[found]))
    }

    /// Where a text occurs, in characters; none where lower case changes their number, so that places would not hold.
    private func occurrences(of text: String) -> [Range<Int>] {
        let line = Array(plainText.lowercased())
        let wanted = Array(text.lowercased())
        guard !wanted.isEmpty, line.count >= wanted.count, line.count == spans.reduce(0, { $0 + $1.text.count }) else { return [] }
        var found: [Range<Int>] = []
        var start = 0
        while start <= line.count - wanted.count {
            if line[start..<start + wanted.count].elementsEqual(wanted) {
                found.append(start..<start + wanted.count)
                start += wanted.count
            } else {
                start += 1
            }
        }
        return found
    }
}

/// A pane's title, and the filter behind it while there is one.
func paneTitle(_ title: String, of owner: String? = nil, filter: Filter, glyphs: Glyphs) -> StyledText {
    var text = StyledText(outside: title, .title)
    if let owner { text += StyledText(" \(glyphs.separator) ", .border) + StyledText(outside: owner, .title) }
    guard filter.isActive || filter.isBeingTyped else { return text }
    text += StyledText(" /", .key) + StyledText(outside: filter.text, .match)
    if filter.isBeingTyped { text += StyledText("_", .input) }
    return text
}
