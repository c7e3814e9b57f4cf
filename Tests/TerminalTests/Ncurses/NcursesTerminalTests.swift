import Testing

@testable import NcursesTerminal

@Suite("The terminal itself")
struct NcursesTerminalTests {
    @Test(
        "the clipboard's text is encoded as RFC 4648 says",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
            ("ñ→", "w7HihpI="),
        ])
    func base64(text: String, encoded: String) {
        #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == encoded)
    }

    @Test(
        "every failure names what is wrong and what to try or need",
        arguments: [
            (TerminalFailure.inputIsNoTerminal, "standard input"), (.outputIsNoTerminal, "standard output"),
            (.typeNotSet, "TERM=xterm-256color"),
            (.typeUnknown("nosuch"), "\"nosuch\""), (.typeTooSimple("dumb"), "cursor"),
            (.noTerminalDatabase(type: "xterm"), "ncurses-base"),
        ])
    func failures(failure: TerminalFailure, words: String) {
        #expect(failure.description.contains(words))
    }
}
