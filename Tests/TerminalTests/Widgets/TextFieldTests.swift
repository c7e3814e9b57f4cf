import Terminal
import Testing

@Suite("Text field")
struct TextFieldTests {
    init() { UTF8Locale.adopt() }

    /// The text with a bar where the cursor stands, after some keys.
    private func edited(_ text: String, _ chords: KeyChord..., masked: Bool = false) -> String {
        var field = TextField(text, isMasked: masked)
        for chord in chords { _ = field.handle(chord) }
        var characters = Array(field.text)
        characters.insert("|", at: field.cursor)
        return String(characters)
    }

    @Test("characters go in at the cursor")
    func insertion() {
        #expect(edited("ab", KeyChord(.left), .character("x")) == "ax|b")
        #expect(edited("", .character("中"), .character("e"), .character("\u{301}"), KeyChord(.left)) == "中|e\u{301}")
    }

    @Test("deletion takes whole graphemes")
    func deletion() {
        #expect(edited("ae\u{301}", KeyChord(.backspace)) == "a|")
        #expect(edited("👩\u{200D}💻x", KeyChord(.home), KeyChord(.delete)) == "|x")
        #expect(edited("", KeyChord(.backspace), KeyChord(.delete)) == "|")
    }

    @Test("the line and its words have their keys")
    func words() {
        #expect(edited("select from orders", .control("w")) == "select from |")
        #expect(edited("select from  ", .control("w")) == "select |")
        #expect(edited("select from", .control("u"), .character("x")) == "x|")
        #expect(edited("select from", .control("a"), KeyChord(.right, control: true)) == "select| from")
        #expect(edited("select from", KeyChord(.character("b"), alt: true), .control("k")) == "select |")
        #expect(edited("select", .control("a"), .control("d"), .control("e")) == "elect|")
    }

    @Test("a masked text has no words")
    func maskedWords() {
        #expect(edited("two words", .control("w"), masked: true) == "|")
        #expect(edited("two words", KeyChord(.left, control: true), masked: true) == "|two words")
    }

    @Test("an edit, a move and a foreign key are told apart")
    func outcomes() {
        var field = TextField("a")
        #expect(field.handle(.character("b")) == .edited)
        #expect(field.handle(KeyChord(.left)) == .handled)
        for chord in [
            KeyChord(.enter), KeyChord(.escape), KeyChord(.tab), .control("c"), KeyChord(.pageUp),
            KeyChord(.character("x"), control: true, alt: true),
        ] {
            #expect(field.handle(chord) == .ignored)
        }
        #expect(field.text == "ab")
    }

    @Test("a paste becomes one line")
    func paste() {
        var field = TextField("[]")
        _ = field.handle(KeyChord(.left))
        field.paste("a\nb\tc\u{1B}d\n\n")
        #expect(field.text == "[a b cd]")
        #expect(field.cursor == 7)
        field.paste("\n")
        #expect(field.text == "[a b cd]")
    }

    private func drawn(_ field: TextField, width: Int) -> (line: String, cursor: Int?) {
        var surface = Surface(size: Size(width: width, height: 1))
        field.draw(in: surface.bounds, of: &surface, theme: .told, glyphs: .ascii, placeholder: "filter")
        return (surface.lines[0], surface.cursor?.x)
    }

    @Test("the cursor is always in view", arguments: 0...12)
    func scrolling(cursor: Int) {
        var field = TextField("0123456789ab")
        for _ in cursor..<12 { _ = field.handle(KeyChord(.left)) }
        let (line, column) = drawn(field, width: 6)
        let shown = Array(line)
        #expect((0..<6).contains(column ?? -1))
        #expect(cursor == 12 || shown[column ?? 0] == Array("0123456789ab")[cursor])
    }

    @Test("wide characters, escapes and the mask are measured as drawn")
    func drawing() {
        #expect(drawn(TextField("中a"), width: 8) == ("中a", 3))
        #expect(drawn(TextField("\u{202E}"), width: 12) == ("<U+202E>", 8))
        #expect(drawn(TextField("sécret", isMasked: true), width: 12) == ("******", 6))
        #expect(drawn(TextField(), width: 12) == ("filter", 0))
    }

    @Test("a masked text shows in no description")
    func secrecy() {
        let field = TextField("hunter2", isMasked: true)
        var dumped = ""
        dump(field, to: &dumped)
        #expect(!"\(field) \(String(reflecting: field)) \([field]) \(dumped)".contains("hunter2"))
    }
}
