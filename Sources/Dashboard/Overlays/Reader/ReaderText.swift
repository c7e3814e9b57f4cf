internal import DisplayText
public import Terminal

/// Text made ready to be read: lines fit for a screen, of any width.
public struct ReaderText: Sendable, Hashable {
    public let lines: [StyledText]
    /// Lines from the top that stay in view while the others scroll, and that no filter hides: a table's title and header.
    public let frozen: Int
    /// The columns of the widest line, up to its last character that is no space.
    public let width: Int
    /// The text as it came, for the clipboard; nil where the lines are all there is.
    private let original: String?
    /// The SQL that makes what the text tells of; nil where there is none.
    public let definition: String?

    public init(_ lines: [StyledText], frozen: Int = 0, definition: String? = nil) {
        self.init(lines, frozen: frozen, original: nil, definition: definition)
    }

    /// Preformatted text from outside, such as a table, a definition or a source: line ends and tabs (each eight columns) keep their meaning.
    public init(outside text: String, _ role: Role = .text, frozen: Int = 0) {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        self.init(lines.map { StyledText(outside: withoutTabs($0), role) }, frozen: frozen, original: text)
    }

    /// - Parameter original: what the clipboard takes in place of the lines.
    init(_ lines: [StyledText], frozen: Int = 0, original: String?, definition: String? = nil) {
        self.lines = lines
        self.frozen = min(max(0, frozen), lines.count)
        self.width = lines.reduce(0) { max($0, $1.widthOfInk) }
        self.original = original
        self.definition = definition
    }

    /// The same text with a line above that stays in view.
    func headed(_ line: StyledText) -> ReaderText { ReaderText([line] + lines, frozen: frozen + 1, original: original) }

    /// All of it as the clipboard takes it.
    var wholeText: String { original ?? text(of: lines.indices) }

    /// Some of its lines as the clipboard takes them.
    func text(of numbers: some Collection<Int>) -> String {
        numbers.map { lines[$0].plainText }.joined(separator: "\n")
    }
}

extension StyledText {
    /// The columns up to its last character that is no space.
    fileprivate var widthOfInk: Int {
        var columns = width
        for span in spans.reversed() {
            let spaces = span.text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
            columns -= spaces
            if spaces < span.text.utf8.count { break }
        }
        return columns
    }
}

/// The lines of a text, of which the last may or may not have an end.
func lineCount(_ text: String) -> Int {
    let breaks = text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    return text.hasSuffix("\n") ? breaks : breaks + 1
}

/// Tabs as the spaces up to the next multiple of eight columns.
func withoutTabs(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\t")) else { return line }
    let parts = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return parts.dropLast().reduce(into: "") { text, part in
        text += part
        text += String(repeating: " ", count: 8 - DisplayText.width(of: DisplayText.visible(text)) % 8)
    } + parts.last!
}
