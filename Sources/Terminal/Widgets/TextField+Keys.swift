extension TextField {
    /// Applies a key: characters, arrows, Home End, backspace, Del, ^A ^E ^B ^F ^D ^H ^W ^U ^K, M-b M-f M-d M-backspace, C-left C-right.
    public mutating func handle(_ chord: KeyChord) -> Outcome {
        let before = self
        guard apply(chord) else { return .ignored }
        return text == before.text ? .handled : .edited
    }

    /// - Returns: whether the key is a text field's.
    private mutating func apply(_ chord: KeyChord) -> Bool {
        switch (chord.key, chord.control, chord.alt) {
        case (.character(let character), false, false): insert(String(character))
        case (.character(let character), true, false): return applyControl(character)
        case (.character(let character), false, true): return applyAlt(character)
        case (.left, false, false): moveCursor(to: cursor - 1)
        case (.right, false, false): moveCursor(to: cursor + 1)
        case (.left, _, _): moveCursor(to: wordStart)
        case (.right, _, _): moveCursor(to: wordEnd)
        case (.home, false, false): moveCursor(to: 0)
        case (.end, false, false): moveCursor(to: end)
        case (.backspace, false, false): delete(max(0, cursor - 1)..<cursor)
        case (.backspace, _, _): delete(wordStart..<cursor)
        case (.delete, false, false): delete(cursor..<min(end, cursor + 1))
        default: return false
        }
        return true
    }

    private mutating func applyControl(_ character: Character) -> Bool {
        switch character {
        case "a": moveCursor(to: 0)
        case "e": moveCursor(to: end)
        case "b": moveCursor(to: cursor - 1)
        case "f": moveCursor(to: cursor + 1)
        case "d": delete(cursor..<min(end, cursor + 1))
        case "h": delete(max(0, cursor - 1)..<cursor)
        case "w": delete(wordStart..<cursor)
        case "u": delete(0..<cursor)
        case "k": delete(cursor..<end)
        default: return false
        }
        return true
    }

    private mutating func applyAlt(_ character: Character) -> Bool {
        switch character {
        case "b": moveCursor(to: wordStart)
        case "f": moveCursor(to: wordEnd)
        case "d": delete(cursor..<wordEnd)
        default: return false
        }
        return true
    }
}
