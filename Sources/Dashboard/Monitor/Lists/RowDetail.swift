internal import DisplayText
internal import PostgresMonitor
internal import Terminal

/// All that is known of one row: what enter opens, and what `y` and `Y` copy.
struct RowDetail: Sendable {
    var title: String
    var facts: [(name: String, value: StyledText)] = []
    /// A text below the facts, shown whole: a statement, or a graph.
    var body: Body?
    /// What `y` copies.
    var copy: (text: String, words: String)?
    /// What the hint line calls that.
    var copyHint: String?

    enum Body: Sendable {
        /// A statement from outside, or its beginning and where the whole is to be had; `Y` copies it.
        case statement(QueryText, whole: WholeStatementQuery.Source?)
        case lines([StyledText])
    }

    /// What `Y` copies, and how to call it.
    var definition: (text: String, words: String)? {
        guard case .statement(let text, _) = body else { return nil }
        return (
            text.beginning, text.isCut ? "the first \(text.beginning.unicodeScalars.count) characters of the statement" : "the statement"
        )
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
        case .statement(let text, _): lines += statementLines(text, width: width)
        case .lines(let body): lines += [""] + body
        case nil: break
        }
        return ReaderText(lines, definition: definition?.text)
    }

    /// The same with the whole statement.
    func withWhole(_ text: String) -> RowDetail {
        var detail = self
        detail.body = .statement(QueryText(text), whole: nil)
        return detail
    }
}

private func statementLines(_ text: QueryText, width: Int) -> [StyledText] {
    var lines: [StyledText] = ["", StyledText("statement", .heading)]
    for line in ReaderText(outside: text.beginning).lines { lines += line.isEmpty ? [""] : line.wrapped(to: max(10, width)) }
    if text.isCut {
        lines.append(StyledText("the first \(text.beginning.unicodeScalars.count) of \(text.length) characters", .warning))
    }
    return lines
}
