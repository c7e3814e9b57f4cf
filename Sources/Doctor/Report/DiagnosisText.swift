internal import DisplayText

/// Steps as text for a person: a verdict, a name, what was seen, how long it took; under it what to try.
///
/// Text from outside is made visible here. Lines are cut at words to the width.
public struct DiagnosisText: Sendable {
    /// In columns.
    private let width: Int
    private let isColoured: Bool

    private static let nameColumn = 6
    private static let seenColumn = 22
    private static let timeWidth = 9

    /// - Parameter width: of the terminal; what is narrower than 60 columns is taken as 60, what is wider than 100 as 100.
    public init(width: Int = 80, isColoured: Bool) {
        self.width = min(max(width, 60), 100)
        self.isColoured = isColoured
    }

    /// The lines of steps that were decided together. Those that were not tried for one reason are one.
    public func lines(of steps: [Step]) -> String {
        var lines: [String] = []
        var rest = steps[...]
        while let step = rest.first {
            let run = step.verdict == .skipped ? rest.prefix { $0.verdict == .skipped && $0.seen == step.seen } : rest.prefix(1)
            lines += run.count > 1 ? skipped(Array(run)) : entry(step)
            rest = rest.dropFirst(run.count)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The verdict over all, and the one thing to try next.
    public func conclusion(of diagnosis: Diagnosis) -> String {
        var lines = wrapped(diagnosis.summary, to: width - Self.nameColumn)
        lines = lines.enumerated().map { index, line in (index == 0 ? mark(diagnosis.verdict) : indent(Self.nameColumn)) + bold(line) }
        if let next = diagnosis.next { lines += labelled("Next: ", next, at: Self.nameColumn) }
        return "\n" + lines.map { $0 + "\n" }.joined()
    }

    private func entry(_ step: Step) -> [String] {
        let time = step.duration.map(\.short) ?? ""
        let room = width - Self.seenColumn
        let seen = step.seen.enumerated().flatMap { index, fact in
            wrapped(fact, to: room, first: index == 0 && !time.isEmpty ? room - Self.timeWidth : room, hanging: 2)
        }
        var lines: [String] = []
        for (index, line) in seen.enumerated() {
            guard index == 0 else {
                lines.append(indent(Self.seenColumn) + line)
                continue
            }
            let name = DisplayText.padded(step.name.rawValue, to: Self.seenColumn - Self.nameColumn)
            let first = mark(step.verdict) + (step.verdict == .failed ? bold(name) : name) + line
            let gap = width - Self.seenColumn - DisplayText.width(of: line) - time.count
            lines.append(time.isEmpty ? first : first + indent(gap) + dim(time))
        }
        if let advice = step.advice { lines += labelled("try: ", advice, at: Self.seenColumn) }
        return lines
    }

    private func skipped(_ steps: [Step]) -> [String] {
        let reason = steps[0].seen.first ?? ""
        let names = wrapped(steps.map(\.name.rawValue).joined(separator: ", "), to: width - Self.nameColumn)
        let lines = names + wrapped(reason, to: width - Self.nameColumn)
        return lines.enumerated().map { index, line in (index == 0 ? mark(.skipped) : indent(Self.nameColumn)) + dim(line) }
    }

    private func labelled(_ label: String, _ text: String, at column: Int) -> [String] {
        wrapped(text, to: width - column - label.count).enumerated().map { index, line in
            indent(column) + (index == 0 ? bold(label) : indent(label.count)) + line
        }
    }

    /// - Parameters:
    ///   - first: the room of the first line, where it has less.
    ///   - hanging: how far the lines after the first are set in.
    private func wrapped(_ text: String, to columns: Int, first: Int? = nil, hanging: Int = 0) -> [String] {
        let text = DisplayText.visible(text)
        var room = first ?? columns
        guard DisplayText.width(of: text) > room else { return [text] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if DisplayText.width(of: longer) <= room || line.allSatisfy({ $0 == " " }) {
                line = longer
            } else {
                lines.append(line)
                line = indent(hanging) + word
                room = columns
            }
        }
        return lines + [line]
    }

    private func indent(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }

    private func mark(_ verdict: Step.Verdict) -> String {
        switch verdict {
        case .ok: painted("ok    ", "32")
        case .warning: painted("warn  ", "1;33")
        case .failed: painted("FAIL  ", "1;31")
        case .skipped: painted("-     ", "2")
        }
    }

    private func bold(_ text: String) -> String { painted(text, "1") }
    private func dim(_ text: String) -> String { painted(text, "2") }

    /// - Parameter rendition: SGR parameters (ECMA-48).
    private func painted(_ text: String, _ rendition: String) -> String { isColoured ? "\u{1B}[\(rendition)m\(text)\u{1B}[0m" : text }
}
