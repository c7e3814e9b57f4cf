import DisplayText
import Terminal
import Testing

@Suite("Notifications") struct NotificationStyleTests {
    @Test("each style has its sequence, and off has none") func sequences() {
        #expect(NotificationStyle.off.sequence(title: "pgdeck", text: "a") == nil)
        #expect(NotificationStyle.osc9.sequence(title: "pgdeck", text: "a") == Array("\u{1B}]9;pgdeck: a\u{07}".utf8))
        #expect(NotificationStyle.osc777.sequence(title: "pgdeck", text: "a") == Array("\u{1B}]777;notify;pgdeck;a\u{07}".utf8))
    }

    @Test("a hostile text ends no sequence and begins no other", arguments: [NotificationStyle.osc9, .osc777])
    func hostile(_ style: NotificationStyle) throws {
        let hostile = "slot a\u{07}\u{1B}]52;c;AAAA\u{1B}\\\u{9C}\n;4;1;\u{202E}b" + String(repeating: "x", count: 5000)
        let sequence = try #require(style.sequence(title: "pgdeck", text: DisplayText.visible(hostile)))
        let inside = String(decoding: sequence.dropFirst().dropLast(), as: UTF8.self)
        #expect(!inside.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}" })
        #expect(inside.filter { $0 == ";" }.count == (style == .osc9 ? 1 : 3))
        #expect(sequence.count < 1000)
    }
}
