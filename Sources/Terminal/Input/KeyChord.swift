/// A key as the terminal reports it.
public enum Key: Sendable, Hashable {
    case character(Character)
    case enter, escape, tab, backtab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// 1 to 12.
    case function(Int)
}

/// A key with the modifiers that a terminal can tell apart.
public struct KeyChord: Sendable, Hashable {
    public var key: Key
    public var control: Bool
    public var alt: Bool

    public init(_ key: Key, control: Bool = false, alt: Bool = false) {
        self.key = key
        self.control = control
        self.alt = alt
    }

    public static func character(_ character: Character) -> KeyChord { KeyChord(.character(character)) }
    /// `.control("c")` is what the screen shows as `^C`.
    public static func control(_ character: Character) -> KeyChord { KeyChord(.character(character), control: true) }
}
