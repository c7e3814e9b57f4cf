/// `ESC [ parameters final`: what xterm and its kin send for keys, mouse and paste.
enum ControlSequence {
    /// The final bytes of cursor keys and the first function keys, after `ESC [` as after `ESC O`.
    static let cursorKeys: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    /// The numbers before `~`. 1 and 4 are the VT220's, 7 and 8 rxvt's.
    private static let numberedKeys: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    ]

    /// Longer than any that a terminal sends by itself.
    private static let lengthLimit = 64

    static func parse(_ bytes: ArraySlice<UInt8>) -> InputParse {
        let body = bytes.dropFirst(2)
        guard let third = body.first else { return .incomplete }
        if third == UInt8(ascii: "[") { return linuxFunctionKey(bytes) }
        if third == UInt8(ascii: "M") { return plainMouse(bytes) }
        let parameters = body.prefix { $0 >= 0x20 && $0 < 0x40 }
        guard parameters.count <= lengthLimit else { return .token(.nothing, bytes.count) }
        guard let final = body.dropFirst(parameters.count).first else { return .incomplete }
        let length = 2 + parameters.count
        guard final < 0x7F, final >= 0x40 else { return .token(.nothing, length) }
        return .token(token(parameters, final), length + 1)
    }

    private static func token(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> InputToken {
        if parameters.first == UInt8(ascii: "<") { return mouse(numbers(parameters.dropFirst()), isRelease: final == UInt8(ascii: "m")) }
        // The answer to a question that was not asked here.
        if let first = parameters.first, first > UInt8(ascii: ";") { return .nothing }
        let numbers = numbers(parameters)
        let number = max(1, numbers.first ?? 1)
        let modifiers = KeyModifiers(parameter: numbers.count > 1 ? numbers[1] : 1)
        switch final {
        case UInt8(ascii: "~"):
            if number == 200 { return .pasteStart }
            if number == 27, numbers.count > 2 { return modifiers.chord(codePoint: numbers[2]).map { .key($0) } ?? .nothing }
            return numberedKeys[number].map { .key(modifiers.chord($0)) } ?? .nothing
        case UInt8(ascii: "^"):
            return numberedKeys[number].map { .key(KeyChord($0, control: true)) } ?? .nothing
        case UInt8(ascii: "u"):
            return modifiers.chord(codePoint: number).map { .key($0) } ?? .nothing
        case UInt8(ascii: "Z"):
            return .key(KeyChord(.backtab))
        case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty:
            return cursorKeys[final - 0x20].map { .key(KeyChord($0)) } ?? .nothing
        default:
            guard number == 1 else { return .nothing }
            return cursorKeys[final].map { .key(modifiers.chord($0)) } ?? .nothing
        }
    }

    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            digits.prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(7).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
    }

    /// The console's F1 to F5: `ESC [ [ A` to `E`.
    private static func linuxFunctionKey(_ bytes: ArraySlice<UInt8>) -> InputParse {
        guard let letter = bytes.dropFirst(3).first else { return .incomplete }
        let isKey = letter >= UInt8(ascii: "A") && letter <= UInt8(ascii: "E")
        return .token(isKey ? .key(KeyChord(.function(Int(letter) - 0x40))) : .nothing, 4)
    }

    /// A report of a terminal without SGR coordinates: `ESC [ M` and three bytes, each 32 more than its value.
    private static func plainMouse(_ bytes: ArraySlice<UInt8>) -> InputParse {
        let report = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
        guard report.count == 3 else { return .incomplete }
        return .token(mouse(report, isRelease: report[0] & 3 == 3 && report[0] & 64 == 0), 6)
    }

    /// - Parameter report: button and modifiers, column and row from 1.
    private static func mouse(_ report: [Int], isRelease: Bool) -> InputToken {
        guard report.count == 3, !isRelease, report[1] > 0, report[2] > 0 else { return .nothing }
        let point = Point(x: report[1] - 1, y: report[2] - 1)
        let (motion, wheel, others) = (32, 64, 128)
        guard report[0] & (motion | others) == 0 else { return .nothing }
        switch (report[0] & wheel != 0, report[0] & 3) {
        case (true, 0): return .wheel(.wheelUp, point)
        case (true, 1): return .wheel(.wheelDown, point)
        case (false, 0): return .press(point)
        default: return .nothing
        }
    }
}
