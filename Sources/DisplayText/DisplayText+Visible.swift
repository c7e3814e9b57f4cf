extension DisplayText {
    /// A piece of visible text, and whether it stands for something that could not be drawn as it was.
    public struct Segment: Sendable, Hashable {
        public var text: String
        public var isEscape: Bool

        public init(_ text: String, isEscape: Bool = false) {
            self.text = text
            self.isEscape = isEscape
        }
    }

    /// One line in which everything that would act on the terminal or hide from the reader is visible; nothing else is changed.
    ///
    /// Controls become `\n`, `\t`, `\r`, `\e` or `\x9B`; bidi controls, zero-width and other invisible scalars, line separators, unassigned
    /// scalars, those the locale cannot draw, and marks beyond the fourth on one base become `<U+202E>`. A mark without a base gets one
    /// (a dotted circle). U+FFFD, which stands for invalid bytes, stays. A presentation selector stays after an emoji.
    public static func visible(_ text: String) -> String {
        if text.isPrintableASCII { return text }
        return segments(of: text).reduce(into: "") { $0 += $1.text }
    }

    /// The text of ``visible(_:)`` in pieces, so that what was escaped can be drawn differently.
    public static func segments(of text: String) -> [Segment] {
        if text.isPrintableASCII { return text.isEmpty ? [] : [Segment(text)] }
        var scan = VisibleScan()
        for scalar in text.unicodeScalars { scan.take(scalar) }
        return scan.segments
    }
}

/// Walks a text scalar by scalar and remembers what the next combining mark would fall on.
private struct VisibleScan {
    private(set) var segments: [DisplayText.Segment] = []
    private var base: Unicode.Scalar?
    private var marks = 0

    mutating func take(_ scalar: Unicode.Scalar) {
        if scalar.isPrintableASCII { return draw(scalar) }
        if let name = Self.controlName(scalar) { return escape(name) }
        if scalar.isPresentationSelector, let base, !base.isASCII, base.properties.isEmoji {
            return append(String(scalar), isEscape: false)
        }
        let width = scalar.terminalWidth
        if width < 0 || Self.isInvisible(scalar) { return escape(Self.codePoint(scalar)) }
        if width > 0 { return draw(scalar) }
        combine(scalar)
    }

    private mutating func draw(_ scalar: Unicode.Scalar) {
        base = scalar
        marks = 0
        append(String(scalar), isEscape: false)
    }

    private mutating func combine(_ mark: Unicode.Scalar) {
        if base == nil { draw("\u{25CC}") }
        marks += 1
        if marks >= CellText.capacity {
            append(Self.codePoint(mark), isEscape: true)
        } else {
            append(String(mark), isEscape: false)
        }
    }

    private mutating func escape(_ text: String) {
        base = nil
        append(text, isEscape: true)
    }

    private mutating func append(_ text: String, isEscape: Bool) {
        if let last = segments.indices.last, segments[last].isEscape == isEscape {
            segments[last].text += text
        } else {
            segments.append(DisplayText.Segment(text, isEscape: isEscape))
        }
    }

    private static func controlName(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case "\u{1B}": "\\e"
        default: scalar.isControl ? "\\x" + hexadecimal(scalar.value, digits: 2) : nil
        }
    }

    /// Drawn as nothing or as an unmarked gap, whatever width the C library gives it (a soft hyphen has 1, a Hangul filler 2).
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let annotationControls: ClosedRange<UInt32> = 0xFFF9...0xFFFB
        let properties = scalar.properties
        return properties.isDefaultIgnorableCodePoint || annotationControls.contains(scalar.value)
            || properties.generalCategory == .lineSeparator || properties.generalCategory == .paragraphSeparator
    }

    private static func codePoint(_ scalar: Unicode.Scalar) -> String { "<U+" + hexadecimal(scalar.value, digits: 4) + ">" }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
