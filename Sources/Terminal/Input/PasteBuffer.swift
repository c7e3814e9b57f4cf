/// Collects a bracketed paste up to its end marker, `ESC [ 201 ~`, wherever reads cut it.
struct PasteBuffer: Sendable {
    private static let endMarker: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    private let limit: Int
    private var bytes: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    /// The text with line feeds for line ends (terminals send carriage returns). Invalid bytes are U+FFFD.
    var text: String {
        var text = ""
        var previous: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if !(scalar == "\n" && previous == "\r") { text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar) }
            previous = scalar
        }
        return text
    }

    /// - Returns: how many bytes were used up, and whether the end marker was among them. A tail that may begin the marker is left.
    mutating func take(_ input: ArraySlice<UInt8>) -> (taken: Int, isComplete: Bool) {
        var index = input.startIndex
        while let escape = input[index...].firstIndex(of: 0x1B) {
            keep(input[index..<escape])
            index = escape
            let tail = input[escape...].prefix(Self.endMarker.count)
            if tail.elementsEqual(Self.endMarker) { return (escape + tail.count - input.startIndex, true) }
            if Self.endMarker.starts(with: tail) { return (escape - input.startIndex, false) }
            keep(input[escape...escape])
            index = escape + 1
        }
        keep(input[index...])
        return (input.count, false)
    }

    private mutating func keep(_ piece: ArraySlice<UInt8>) { bytes += piece.prefix(max(0, limit - bytes.count)) }
}
