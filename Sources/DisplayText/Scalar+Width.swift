internal import CSystemShims

extension Unicode.Scalar {
    var isPrintableASCII: Bool { value >= 0x20 && value < 0x7F }

    /// C0, DEL and C1.
    var isControl: Bool { value < 0x20 || (value >= 0x7F && value < 0xA0) }

    /// `wcwidth`: 0, 1, 2, or -1 for what cannot be drawn. (`wcwidth(0)` is 0; here NUL is a control as the others.)
    var terminalWidth: Int {
        if isPrintableASCII { return 1 }
        return isControl ? -1 : Int(pgdeck_scalar_width(value))
    }

    /// The columns taken on the screen, where something that cannot be drawn is shown as a question mark.
    var columns: Int {
        let width = terminalWidth
        return width < 0 ? 1 : width
    }

    /// Asks for the text or the emoji form of the character before it.
    var isPresentationSelector: Bool { value == 0xFE0E || value == 0xFE0F }
}

extension String {
    var isPrintableASCII: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        } ?? utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}
