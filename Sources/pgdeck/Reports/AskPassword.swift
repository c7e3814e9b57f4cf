internal import DisplayText
internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The question for a role's password.
func passwordPrompt(_ user: String?) -> String { user.map { "Password for user \(DisplayText.visible($0)): " } ?? "Password: " }

/// Asks for a password on the controlling terminal, without echo.
/// - Returns: nil where there is no terminal.
func askPassword(_ prompt: String) -> Secret? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var original = termios()
    guard tcgetattr(terminal, &original) == 0 else { return nil }
    var silent = original
    // Signals are read as keys meanwhile: one that ended the process here would leave the terminal without echo.
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    say(prompt, to: terminal)
    let bytes = readKeys(from: terminal)
    tcsetattr(terminal, TCSAFLUSH, &original)
    say("\n", to: terminal)
    guard let bytes else { leave(withStatus: 128 + SIGINT) }
    return Secret(String(decoding: bytes, as: UTF8.self))
}

/// - Returns: nil where it was broken off.
private func readKeys(from terminal: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var key: UInt8 = 0
    while true {
        let count = read(terminal, &key, 1)
        if count < 0, errno == EINTR { continue }
        guard count == 1 else { return bytes }
        switch key {
        case 0x0A, 0x0D: return bytes
        // ^C and ^\.
        case 0x03, 0x1C: return nil
        // ^D.
        case 0x04: if bytes.isEmpty { return bytes }
        // Backspace: one character of UTF-8.
        case 0x08, 0x7F: while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        // ^U.
        case 0x15: bytes = []
        default: bytes.append(key)
        }
    }
}

private func say(_ text: String, to terminal: Int32) {
    _ = Array(text.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
}
