internal import DisplayText
internal import Terminal

/// A text from outside in lines of at most so many columns, broken at spaces where it can be; line ends of the text stay.
func wrapped(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: true).flatMap { wrappedLine(DisplayText.visible(String($0)), width) }
}

private func wrappedLine(_ line: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
        let wordWidth = DisplayText.width(of: String(word))
        if used > 0, used + 1 + wordWidth > width {
            lines.append(current)
            current = ""
            used = 0
        }
        if used > 0 {
            current += " "
            used += 1
        }
        for character in word {
            let columns = DisplayText.width(of: character)
            if used + columns > width, used > 0 {
                lines.append(current)
                current = ""
                used = 0
            }
            current.append(character)
            used += columns
        }
    }
    return current.isEmpty ? lines : lines + [current]
}

extension StyledText {
    /// The line in lines of at most so many columns, broken wherever the room ends: nothing of it is left out.
    func wrapped(to width: Int) -> [StyledText] {
        var lines = [StyledText()]
        var used = 0
        for span in spans {
            var piece = ""
            for cell in DisplayText.cells(of: span.text) {
                if used + cell.width > width, used > 0 {
                    lines[lines.count - 1] += StyledText(piece, span.role)
                    lines.append(StyledText())
                    piece = ""
                    used = 0
                }
                piece += cell.text.description
                used += cell.width
            }
            lines[lines.count - 1] += StyledText(piece, span.role)
        }
        return lines
    }
}
