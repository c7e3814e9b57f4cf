internal import CNcurses
internal import Terminal

/// The terminal's own description of itself. Valid once ncurses has started.
@MainActor
enum Terminfo {
    /// A capability's bytes; nil where the terminal has none.
    static func bytes(_ capability: String) -> [UInt8]? {
        guard let text = pgdeck_terminfo_string(capability) else { return nil }
        let bytes = withoutPadding(text)
        return bytes.isEmpty ? nil : bytes
    }

    /// What moves the cursor there.
    static func cursorMove(to point: Point) -> [UInt8] {
        guard let cup = pgdeck_terminfo_string("cup"), let move = tgoto(cup, Int32(point.x), Int32(point.y)) else { return [] }
        return withoutPadding(move)
    }

    /// Only old hardware needs the padding (`$<5>`).
    private static func withoutPadding(_ text: UnsafePointer<CChar>) -> [UInt8] {
        var bytes = Array(String(cString: text).utf8)
        while let start = bytes.firstIndex(of: UInt8(ascii: "$")), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "<"),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            bytes.removeSubrange(start...end)
        }
        return bytes
    }

    /// What the keys send.
    static var keySequences: [[UInt8]: KeyChord] {
        var sequences: [[UInt8]: KeyChord] = [:]
        for (capability, key) in keys {
            if let bytes = bytes(capability) { sequences[bytes] = KeyChord(key) }
        }
        return sequences
    }

    private static let keys: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end), ("kpp", .pageUp),
            ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backtab), ("kent", .enter),
        ] + (1...12).map { ("kf\($0)", .function($0)) }
}
