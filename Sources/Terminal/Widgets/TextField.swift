/// One line of text being edited, grapheme by grapheme.
public struct TextField: Sendable, Hashable {
    /// What a key did to a field.
    public enum Outcome: Sendable, Hashable {
        case edited
        /// The key is the field's, and the text is as it was.
        case handled
        /// Not a key of a text field: enter, esc, tab and what else the caller decides on.
        case ignored
    }

    private var characters: [Character]
    /// The graphemes before the cursor.
    public private(set) var cursor: Int
    /// Draws every grapheme as the mask and hides the text from descriptions; word keys take the whole text, which betrays no word.
    public let isMasked: Bool

    public init(_ text: String = "", isMasked: Bool = false) {
        characters = Array(text)
        cursor = characters.count
        self.isMasked = isMasked
    }

    /// The text as it was typed, which has not passed `DisplayText`. Setting it puts the cursor at its end.
    public var text: String {
        get { String(characters) }
        set {
            characters = Array(newValue)
            cursor = characters.count
        }
    }

    public var isEmpty: Bool { characters.isEmpty }

    var beforeCursor: ArraySlice<Character> { characters[..<cursor] }
    var fromCursor: ArraySlice<Character> { characters[cursor...] }

    /// Inserts at the cursor. A combining mark joins the grapheme before it.
    public mutating func insert(_ inserted: String) {
        let before = String(beforeCursor) + inserted
        characters = Array(before + String(fromCursor))
        cursor = min(before.count, characters.count)
    }

    /// Inserts pasted text as one line: line ends at its end are dropped, others and tabs become spaces, other controls are dropped.
    public mutating func paste(_ pasted: String) {
        let end = pasted.lastIndex { !$0.isNewline }.map { pasted.index(after: $0) } ?? pasted.startIndex
        let line = pasted[..<end].map { $0.isNewline || $0 == "\t" ? " " : $0 }
        insert(String(line.filter { $0.unicodeScalars.first?.properties.generalCategory != .control }))
    }

    /// Puts a text in place of a range of graphemes, and the cursor behind it.
    public mutating func replace(_ range: Range<Int>, with text: String) {
        moveCursor(to: range.upperBound)
        delete(range)
        insert(text)
    }

    /// Deletes a range of graphemes and leaves the cursor where it was.
    mutating func delete(_ range: Range<Int>) {
        characters.removeSubrange(range)
        if cursor > range.lowerBound { cursor = max(range.lowerBound, cursor - range.count) }
    }

    mutating func moveCursor(to place: Int) { cursor = min(max(0, place), characters.count) }

    var wordStart: Int {
        if isMasked { return 0 }
        let end = beforeCursor.lastIndex { !$0.isWhitespace } ?? 0
        return characters[..<end].lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    }

    var wordEnd: Int {
        if isMasked { return characters.count }
        let start = fromCursor.firstIndex { !$0.isWhitespace } ?? characters.count
        return characters[start...].firstIndex { $0.isWhitespace } ?? characters.count
    }

    var end: Int { characters.count }
}

/// A masked text appears in no log, error or dump.
extension TextField: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { isMasked ? "****" : text }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["text": description]) }
}
