/// A command line split into words as psql's lexer does it: a name, and arguments in which single quotes enclose text with C's escapes and
/// double quotes stay, since they are part of a name.
struct CommandWords: Sendable, Hashable {
    struct Argument: Sendable, Hashable {
        var text: String
        var isQuoted: Bool
        /// Where it begins, in scalars of the line.
        var start: Int
    }

    enum Defect: Sendable, Hashable {
        case unterminatedQuote
        /// psql would run a shell command.
        case backquote
        /// A backslash outside quotes begins another command.
        case secondCommand
    }

    /// Without the backslash; empty where nothing was typed.
    private(set) var name = ""
    /// Where the name begins, in scalars of the line.
    private(set) var nameStart = 0
    private(set) var arguments: [Argument] = []
    private(set) var defect: Defect?

    init(_ line: String) {
        var scan = CommandScan(Array(line.unicodeScalars))
        scan.skipSpace()
        if scan.next == "\\" { scan.position += 1 }
        nameStart = scan.position
        name = scan.word()
        while defect == nil {
            scan.skipSpace()
            guard let next = scan.next else { return }
            if next == "\\" {
                defect = .secondCommand
                return
            }
            let (argument, defect) = scan.argument()
            arguments.append(argument)
            self.defect = defect
        }
    }
}

private struct CommandScan {
    let scalars: [Unicode.Scalar]
    var position = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skipSpace() {
        while let scalar = next, scalar.isSpace { position += 1 }
    }

    /// Up to a space or a backslash.
    mutating func word() -> String {
        let start = position
        while let scalar = next, !scalar.isSpace, scalar != "\\" { position += 1 }
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    mutating func argument() -> (CommandWords.Argument, CommandWords.Defect?) {
        let start = position
        var bytes: [UInt8] = []
        var isQuoted = false
        // Semicolons at the end go, as far back as nothing is quoted.
        var unquoted = 0
        var defect: CommandWords.Defect?
        scan: while let scalar = next, !scalar.isSpace, scalar != "\\" {
            position += 1
            switch scalar {
            case "'":
                isQuoted = true
                unquoted = 0
                guard quoted(into: &bytes) else {
                    defect = .unterminatedQuote
                    break scan
                }
            case "\"":
                isQuoted = true
                unquoted = 0
                bytes.append(UInt8(ascii: "\""))
                guard doubleQuoted(into: &bytes) else {
                    defect = .unterminatedQuote
                    break scan
                }
            case "`":
                defect = .backquote
                break scan
            default:
                unquoted += 1
                bytes += Array(String(scalar).utf8)
            }
        }
        while unquoted > 0, bytes.last == UInt8(ascii: ";") {
            bytes.removeLast()
            unquoted -= 1
        }
        return (CommandWords.Argument(text: String(decoding: bytes, as: UTF8.self), isQuoted: isQuoted, start: start), defect)
    }

    /// The text of single quotes, which may be bytes of no character. - Returns: whether they end.
    private mutating func quoted(into bytes: inout [UInt8]) -> Bool {
        while let scalar = next {
            position += 1
            switch scalar {
            case "'":
                guard next == "'" else { return true }
                position += 1
                bytes.append(UInt8(ascii: "'"))
            case "\\": escape(into: &bytes)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        return false
    }

    private mutating func escape(into bytes: inout [UInt8]) {
        guard let scalar = next else { return bytes.append(UInt8(ascii: "\\")) }
        position += 1
        switch scalar {
        case "n": bytes.append(10)
        case "t": bytes.append(9)
        case "b": bytes.append(8)
        case "r": bytes.append(13)
        case "f": bytes.append(12)
        case "0"..."7":
            position -= 1
            bytes.append(number(radix: 8, digits: 3))
        case "x" where next?.digit(radix: 16) != nil: bytes.append(number(radix: 16, digits: 2))
        default: bytes += Array(String(scalar).utf8)
        }
    }

    private mutating func number(radix: UInt8, digits: Int) -> UInt8 {
        var value: UInt8 = 0
        for _ in 0..<digits {
            guard let digit = next?.digit(radix: radix) else { break }
            value = value &* radix &+ digit
            position += 1
        }
        return value
    }

    /// The text of double quotes and the closing one. - Returns: whether they end.
    private mutating func doubleQuoted(into bytes: inout [UInt8]) -> Bool {
        while let scalar = next {
            position += 1
            bytes += Array(String(scalar).utf8)
            if scalar == "\"" { return true }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// As psql's lexer has it: `[ \t\n\r\f\v]`.
    fileprivate var isSpace: Bool { value == 0x20 || (0x09...0x0D).contains(value) }

    fileprivate func digit(radix: UInt8) -> UInt8? {
        guard isASCII, let value = Character(self).hexDigitValue, value < radix else { return nil }
        return UInt8(value)
    }
}
