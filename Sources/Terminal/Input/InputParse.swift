/// What one sequence of bytes says.
enum InputToken: Sendable, Hashable {
    case key(KeyChord)
    case press(Point)
    case wheel(MouseEvent.Kind, Point)
    case pasteStart
    /// Known to be complete, and of no use here: a release, a report of focus, an unknown key.
    case nothing
}

/// The first token of some bytes and its length, or that more bytes are needed.
enum InputParse: Sendable, Hashable {
    case incomplete
    case token(InputToken, Int)

    private static let escape: UInt8 = 0x1B

    /// - Parameter bytes: not empty.
    init(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else {
            self = .incomplete
            return
        }
        switch first {
        case Self.escape: self = Self.afterEscape(bytes)
        case 0x20..<0x7F: self = .token(.key(.character(Character(Unicode.Scalar(first)))), 1)
        case 0x80...: self = Self.character(bytes)
        default: self = .token(.key(Self.control(first)), 1)
        }
    }

    private static func control(_ byte: UInt8) -> KeyChord {
        switch byte {
        case 0x00: .control(" ")
        case 0x08, 0x7F: KeyChord(.backspace)
        case 0x09: KeyChord(.tab)
        case 0x0A, 0x0D: KeyChord(.enter)
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: .control(Character(Unicode.Scalar(byte + 0x40)))
        }
    }

    private static func character(_ bytes: ArraySlice<UInt8>) -> InputParse {
        let expected: Int
        switch bytes[bytes.startIndex] {
        case 0xC2...0xDF: expected = 2
        case 0xE0...0xEF: expected = 3
        case 0xF0...0xF4: expected = 4
        default: return .token(.key(.character("\u{FFFD}")), 1)
        }
        let continuation = bytes.dropFirst().prefix(expected - 1).prefix { $0 & 0xC0 == 0x80 }
        if continuation.count == expected - 1 {
            let text = String(decoding: bytes.prefix(expected), as: UTF8.self)
            let scalar = text.unicodeScalars.first.flatMap { $0.properties.generalCategory == .control ? nil : $0 }
            return .token(scalar.map { .key(.character(Character($0))) } ?? .nothing, expected)
        }
        return bytes.count > continuation.count + 1 ? .token(.key(.character("\u{FFFD}")), continuation.count + 1) : .incomplete
    }

    private static func afterEscape(_ bytes: ArraySlice<UInt8>) -> InputParse {
        let rest = bytes.dropFirst()
        guard let second = rest.first else { return .incomplete }
        switch second {
        case UInt8(ascii: "["): return ControlSequence.parse(bytes)
        case UInt8(ascii: "O"): return applicationKey(bytes)
        case escape:
            // rxvt puts an escape before a sequence for Alt; else the first is a key by itself.
            guard let third = rest.dropFirst().first else { return .incomplete }
            let isSequence = third == UInt8(ascii: "[") || third == UInt8(ascii: "O")
            return isSequence ? InputParse(rest).withAlt : .token(.key(KeyChord(.escape)), 1)
        default: return InputParse(rest).withAlt
        }
    }

    /// `ESC O x`: cursor and function keys, and the keypad, in application mode.
    private static func applicationKey(_ bytes: ArraySlice<UInt8>) -> InputParse {
        let parameters = bytes.dropFirst(2).prefix(2).prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard let final = bytes.dropFirst(2 + parameters.count).first else { return .incomplete }
        let length = parameters.count + 3
        let modifiers = KeyModifiers(parameter: parameters.reduce(0) { $0 * 10 + Int($1) - 0x30 })
        if let key = ControlSequence.cursorKeys[final] ?? keypad[final] { return .token(.key(modifiers.chord(key)), length) }
        // Not a sequence: Alt with O, and then something else.
        return .token(.key(KeyChord(.character("O"), alt: true)), 2)
    }

    private static let keypad: [UInt8: Key] = {
        var keys: [UInt8: Key] = [UInt8(ascii: "M"): .enter, UInt8(ascii: "X"): .character("="), UInt8(ascii: "I"): .tab]
        for (offset, character) in "*+,-./0123456789".enumerated() { keys[UInt8(ascii: "j") + UInt8(offset)] = .character(character) }
        return keys
    }()

    private var withAlt: InputParse {
        switch self {
        case .incomplete: .incomplete
        case .token(.key(let chord), let length): .token(.key(KeyChord(chord.key, control: chord.control, alt: true)), length + 1)
        case .token(let token, let length): .token(token, length + 1)
        }
    }
}
