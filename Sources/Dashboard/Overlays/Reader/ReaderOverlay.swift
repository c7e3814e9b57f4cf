internal import Terminal

/// An overlay that is read: scrolls both ways, keeps the lines that hold a text, and is copied.
public struct ReaderOverlay: Sendable, Hashable {
    /// What it shows, and so where its text comes from.
    public enum Subject: Sendable, Hashable {
        /// Made from the state, anew at each event.
        case help, connection, alerts
        /// All of the describer's row under the cursor, nothing cut.
        case row
        /// As given.
        case text
        /// The server's answer to a question; `r` asks it again.
        case answer(Question)
    }

    /// A name from outside, or words of this program.
    public let title: String
    public let subject: Subject
    public private(set) var content: Remote<ReaderText>
    public private(set) var filter = Filter()
    /// The lines below the frozen ones that the filter keeps, by their number in the text.
    private(set) var shown: [Int] = []
    /// The first of the shown lines in view, and the first column.
    private(set) var top = 0
    private(set) var left = 0
    /// The shown line that `n` and `N` went to last.
    private(set) var match: Int?

    /// A text that is at hand.
    public init(_ title: String, _ text: ReaderText, at now: Instant) {
        self.title = title
        subject = .text
        content = .notAsked
        take(text, at: now)
    }

    /// A text that the server is being asked for.
    public init(_ title: String, asking question: Question, at now: Instant) {
        self.title = title
        subject = .answer(question)
        content = .loading(since: now)
    }

    /// A text that is made from the state; see ``DashboardState/settleReaders()``.
    init(_ title: String, of subject: Subject) {
        self.title = title
        self.subject = subject
        content = .notAsked
    }

    var text: ReaderText? { content.value }

    // MARK: Its text

    /// Shows a text in place of what was shown; what one was reading stays in view as far as it is still there.
    public mutating func take(_ text: ReaderText, at now: Instant) {
        let isOther = text != self.text
        content = .loaded(text, asOf: now)
        if isOther { sift() }
    }

    mutating func ask(at now: Instant) { content.begin(at: now) }

    mutating func change(_ change: (inout Remote<ReaderText>) -> Void) { change(&content) }

    // MARK: Its filter

    mutating func changeFilter(_ change: (inout Filter) -> Void) {
        let before = filter.text
        change(&filter)
        guard filter.text != before else { return }
        top = 0
        match = nil
        sift()
    }

    private mutating func sift() {
        guard let text else {
            shown = []
            return
        }
        let all = text.frozen..<text.lines.count
        shown = filter.pattern.map { pattern in all.filter { pattern.matches(text.lines[$0].plainText) } } ?? Array(all)
    }

    /// Goes to the next line that matches, so that what matched is in view.
    mutating func moveToMatch(by step: Int, on screen: Size) {
        guard let text, !shown.isEmpty else { return }
        let next = match.map { $0 + step } ?? (step > 0 ? top : shown.count - 1)
        let line = (next + shown.count) % shown.count
        match = line
        let room = room(on: screen)
        if line < top || line >= top + room.height { top = line - room.height / 2 }
        if let columns = text.lines[shown[line]].columns(of: filter.text),
            columns.lowerBound < left || columns.upperBound > left + room.width
        {
            left = columns.lowerBound - room.width / 2
        }
        fit(on: screen)
    }

    // MARK: Its place in the text

    mutating func scroll(rows: Int = 0, columns: Int = 0, on screen: Size) {
        top += rows
        left += columns
        fit(on: screen)
    }

    mutating func scrollToEnd(on screen: Size) { scroll(rows: shown.count, on: screen) }

    /// Keeps what is in view within the text; to be called after the text or the screen changed its size.
    mutating func fit(on screen: Size) {
        let room = room(on: screen)
        top = max(0, min(top, shown.count - room.height))
        left = max(0, min(left, (text?.width ?? 0) - room.width))
    }

    /// What is copied: all, or with a filter the lines that it keeps.
    var copy: (text: String, words: String)? {
        guard let text, !text.lines.isEmpty else { return nil }
        guard filter.isActive else {
            let whole = text.wholeText
            let count = lineCount(whole)
            return (whole, count == 1 ? "the line" : "all \(count) lines")
        }
        guard !shown.isEmpty else { return nil }
        return (text.text(of: shown), shown.count == 1 ? "the line" : "the \(shown.count) lines that match")
    }
}
