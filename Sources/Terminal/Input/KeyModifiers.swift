/// The modifiers of a key sequence: xterm's parameter is 1 plus 1 for shift, 2 for Alt, 4 for control, 8 for Meta.
struct KeyModifiers {
    private let bits: Int

    init(parameter: Int) { bits = max(0, parameter - 1) }

    private var shift: Bool { bits & 1 != 0 }
    private var alt: Bool { bits & (2 | 8) != 0 }
    private var control: Bool { bits & 4 != 0 }

    func chord(_ key: Key) -> KeyChord {
        shift && key == .tab ? KeyChord(.backtab, control: control, alt: alt) : KeyChord(key, control: control, alt: alt)
    }

    /// A key told by its character; nil for what is none.
    func chord(codePoint: Int) -> KeyChord? {
        switch codePoint {
        case 8, 127: return chord(.backspace)
        case 9: return chord(.tab)
        case 13: return chord(.enter)
        case 27: return chord(.escape)
        default:
            let privateKeys = 0xE000...0xF8FF
            guard codePoint >= 0x20, !privateKeys.contains(codePoint), let scalar = Unicode.Scalar(UInt32(codePoint)) else { return nil }
            let character = Character(scalar)
            return chord(.character(control ? Character(character.lowercased().prefix(1).description) : character))
        }
    }
}
