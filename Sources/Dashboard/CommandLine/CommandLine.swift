internal import Terminal

/// The psql command line at the bottom of the screen: a line being edited, and what became of it.
public struct CommandLine: Sendable, Hashable {
    /// The key that opened it.
    let prompt: Character
    var field = TextField()
    /// Why the line could not be run.
    var complaint: String?
    /// What the server is asked for the line; the line stays until the answer is there.
    var waiting: Waiting?
    var completion: Completion?
    /// The line of the history that is shown, and what was typed before.
    private var place: Int?
    private var draft = ""

    struct Waiting: Sendable, Hashable {
        let question: Question
        let since: Instant
        /// Of more matches than are shown, how many these are.
        var scope = ""
    }

    /// The words that could stand in place of the one before the cursor.
    struct Completion: Sendable, Hashable {
        var candidates: [String]
        /// Where the word begins, in characters of the line.
        let start: Int
        /// What was typed of it.
        let typed: String
        /// The one that stands in the line now.
        var index: Int?
        /// What the server is asked for more of them.
        var question: Question?
    }

    init(prompt: Character) { self.prompt = prompt }

    /// What was typed, without the spaces around it.
    var typed: String { field.text.trimmed }

    /// What was typed, as psql's prompt would have it.
    var command: String { (typed.hasPrefix("\\") ? "" : "\\") + typed }

    mutating func paste(_ text: String) {
        completion = nil
        complaint = nil
        field.paste(text)
    }

    // MARK: History

    mutating func recall(by step: Int, in history: CommandHistory) {
        let lines = history.lines
        let next = (place ?? lines.count) + step
        guard (0...lines.count).contains(next), next != place else { return }
        if place == nil { draft = field.text }
        place = next == lines.count ? nil : next
        field.text = place.map { lines[$0] } ?? draft
    }

    // MARK: Completion

    /// Offers words for the one before the cursor: what they begin with in common is written at once, a single one whole.
    mutating func offer(_ candidates: [String], from start: Int, question: Question? = nil) {
        let typed = String(Array(field.text)[start..<field.cursor])
        completion = Completion(candidates: candidates, start: start, typed: typed, question: question)
        writeCommon()
    }

    /// More words came from the server; a word chosen from those before stays chosen.
    mutating func offerMore(_ candidates: [String]) {
        guard var completion else { return }
        completion.question = nil
        let known = Set(completion.candidates)
        let chosen = completion.index.map { completion.candidates[$0] }
        completion.candidates = (completion.candidates + candidates.filter { !known.contains($0) }).sorted()
        completion.index = chosen.flatMap { completion.candidates.firstIndex(of: $0) }
        self.completion = completion
        if completion.index == nil { writeCommon() }
    }

    private mutating func writeCommon() {
        guard let completion, let first = completion.candidates.first else { return }
        if completion.candidates.count == 1 {
            // A schema is completed by a relation.
            write(first + (first.hasSuffix(".") ? "" : " "))
            if completion.question == nil { self.completion = nil }
        } else {
            let common = completion.candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
            // A single word that was written whole before others came gives way to what all have in common.
            if common.count >= completion.typed.count { write(common) }
        }
    }

    /// The next of the words offered, or the one before.
    mutating func choose(by step: Int) {
        guard var completion, !completion.candidates.isEmpty else { return }
        let count = completion.candidates.count
        let index = ((completion.index ?? (step > 0 ? -1 : count)) + step + count) % count
        completion.index = index
        self.completion = completion
        write(completion.candidates[index])
    }

    private mutating func write(_ word: String) {
        guard let completion else { return }
        field.replace(completion.start..<field.cursor, with: word)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
