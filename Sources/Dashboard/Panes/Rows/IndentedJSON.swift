/// A json text with each element in a line of its own, by two spaces a level. Strings, numbers and their order stay as they are, so duplicate
/// keys do too; what was cut off is not missed, and a text that is no json comes out readable.
func indentedJSON(_ text: String) -> String {
    var printer = JSONPrinter()
    for byte in text.utf8 { printer.take(byte) }
    return String(decoding: printer.out, as: UTF8.self)
}

private struct JSONPrinter {
    var out: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// An opening bracket whose first element, or end, is still to come.
    private var isOpening = false

    mutating func take(_ byte: UInt8) {
        if isInString { return takeInString(byte) }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            begin()
            out.append(byte)
            depth += 1
            isOpening = true
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth = max(0, depth - 1)
            if !isOpening { breakLine() }
            isOpening = false
            out.append(byte)
        case UInt8(ascii: ","):
            out.append(byte)
            breakLine()
        case UInt8(ascii: ":"): out += [byte, UInt8(ascii: " ")]
        default:
            begin()
            out.append(byte)
            isInString = byte == UInt8(ascii: "\"")
        }
    }

    private mutating func takeInString(_ byte: UInt8) {
        out.append(byte)
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
    }

    /// Before the first element of what was opened.
    private mutating func begin() {
        if isOpening { breakLine() }
        isOpening = false
    }

    private mutating func breakLine() {
        out.append(UInt8(ascii: "\n"))
        out += Array(repeating: UInt8(ascii: " "), count: depth * 2)
    }
}
