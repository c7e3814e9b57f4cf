internal import Terminal

extension NcursesTerminal {
    /// Asks the terminal to put text on the clipboard of the machine it runs on (OSC 52; within tmux also through it).
    ///
    /// Whether the terminal does so cannot be known: some do not, some ask their user.
    /// - Returns: false where the text is longer than ``Clipboard/longestText``; nothing is sent then.
    @discardableResult
    public func copyToClipboard(_ text: String) -> Bool {
        guard isUp, text.utf8.count <= Clipboard.longestText else { return false }
        let encoded = Base64.encode(Array(text.utf8))
        writeCommand([0x1B] + Array("]52;c;".utf8) + encoded + [0x07])
        return true
    }
}

/// RFC 4648, with padding.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return result
    }
}
