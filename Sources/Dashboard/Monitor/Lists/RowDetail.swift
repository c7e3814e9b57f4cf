internal import DisplayText
internal import Terminal

/// All that is known of one row: what enter opens, and what `y` and `Y` copy.
struct RowDetail {
    var title: String
    var facts: [(name: String, value: StyledText)] = []
    /// A text below the facts, shown whole: a statement, or a graph.
    var body: Body?
    /// What `y` copies.
    var copy: (text: String, words: String)?
    /// What the hint line calls that.
    var copyHint: String?

    enum Body {
        /// From outside; `Y` copies it.
        case text(heading: String, String)
        case lines([StyledText])
    }

    /// What `Y` copies, and how to call it.
    var definition: (text: String, words: String)? {
        guard case .text(let heading, let text) = body else { return nil }
        return (text, "the " + heading)
    }

    /// - Parameter width: the columns that there are for it.
    func readerText(width: Int) -> ReaderText {
        let nameWidth = (facts.map { DisplayText.width(of: $0.name) }.max() ?? 0) + 2
        var lines: [StyledText] = []
        for fact in facts where !fact.value.isEmpty {
            let name = StyledText(pad(fact.name, to: nameWidth), .muted)
            for (index, line) in fact.value.wrapped(to: max(10, width - nameWidth)).enumerated() {
                lines.append((index == 0 ? name : StyledText(String(repeating: " ", count: nameWidth))) + line)
            }
        }
        switch body {
        case .text(let heading, let text):
            lines += ["", StyledText(heading, .heading)]
            for line in ReaderText(outside: text).lines { lines += line.isEmpty ? [""] : line.wrapped(to: max(10, width)) }
        case .lines(let body): lines += [""] + body
        case nil: break
        }
        return ReaderText(lines, definition: definition?.text)
    }
}
