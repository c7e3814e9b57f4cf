/// The modes that ncurses does not manage, as the bytes that switch them.
enum TerminalModes {
    static let pasteOn = bytes("?2004h")
    static let pasteOff = bytes("?2004l")
    /// Presses and wheel, in the SGR form, which has no limit of 223 columns.
    static let mouseOn = bytes("?1000h") + bytes("?1006h")
    static let mouseOff = bytes("?1006l") + bytes("?1000l")

    private static func bytes(_ parameters: String) -> [UInt8] { Array("\u{1B}[\(parameters)".utf8) }
}
