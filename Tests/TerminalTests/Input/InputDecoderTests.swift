import Terminal
import Testing

@Suite("Input")
struct InputDecoderTests {
    init() { UTF8Locale.adopt() }

    private let now = ContinuousClock.now

    private func decode(_ text: String) -> [TerminalEvent] {
        var decoder = InputDecoder()
        let events = decoder.decode(Array(text.utf8), at: now)
        return events + decoder.flush()
    }

    @Test(
        "keys are told by what xterm, the console and rxvt send",
        arguments: [
            ("a", "a"), (" ", "space"), ("ñ", "ñ"), ("中", "中"), ("\r", "enter"), ("\n", "enter"), ("\t", "tab"), ("\u{1B}", "esc"),
            ("\u{7F}", "backspace"), ("\u{8}", "backspace"), ("\u{3}", "^C"), ("\u{1A}", "^Z"), ("\u{1C}", "^\\"), ("\0", "^ "),
            ("\u{1B}[A", "up"), ("\u{1B}OB", "down"), ("\u{1B}[C", "right"), ("\u{1B}OD", "left"), ("\u{1B}[1;5D", "C-left"),
            ("\u{1B}[1;3A", "M-up"), ("\u{1B}[1;2A", "up"), ("\u{1B}[H", "Home"), ("\u{1B}OF", "End"), ("\u{1B}[1~", "Home"),
            ("\u{1B}[4~", "End"),
            ("\u{1B}[7~", "Home"), ("\u{1B}[8~", "End"), ("\u{1B}[2~", "Ins"), ("\u{1B}[3~", "Del"), ("\u{1B}[5~", "PgUp"),
            ("\u{1B}[6~", "PgDn"),
            ("\u{1B}[6;5~", "C-PgDn"), ("\u{1B}[Z", "S-tab"), ("\u{1B}OP", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[[A", "F1"),
            ("\u{1B}[[E", "F5"),
            ("\u{1B}[15~", "F5"), ("\u{1B}[24~", "F12"), ("\u{1B}[1;2P", "F1"), ("\u{1B}x", "M-x"), ("\u{1B}é", "M-é"),
            ("\u{1B}\r", "M-enter"),
            ("\u{1B}[", "M-["), ("\u{1B}O", "M-O"), ("\u{1B}\u{1B}[A", "M-up"), ("\u{1B}[97;5u", "^A"), ("\u{1B}[27;5;99~", "^C"),
            ("\u{1B}OM", "enter"),
        ])
    func keys(bytes: String, label: String) {
        let labels = decode(bytes).map { if case .key(let chord) = $0 { chord.description } else { "\($0)" } }
        #expect(labels == [label])
    }

    @Test(
        "a sequence that nothing is known of types nothing",
        arguments: ["\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[201~", "\u{1B}[12;34R", "\u{1B}[1;"])
    func unknown(bytes: String) {
        #expect(decode(bytes) == [])
    }

    @Test("wherever reads cut, the same events come", arguments: 1...7)
    func split(size: Int) {
        let text = "aé中👍\u{1B}[A\u{1B}[1;5C\u{1B}OP\u{1B}[<0;3;4M\u{1B}[200~x\u{1B}[31m\r\ny\u{1B}[201~\u{1B}[15~z"
        let bytes = Array(text.utf8)
        var whole = InputDecoder()
        let expected = whole.decode(bytes, at: now)
        #expect(expected.count == 11)
        var decoder = InputDecoder()
        var events: [TerminalEvent] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += decoder.decode(bytes[start..<min(start + size, bytes.count)], at: now)
        }
        #expect(events == expected)
        #expect(decoder.patience == nil)
    }

    @Test("a lone escape waits a little, half a sequence longer, nothing not at all")
    func patience() {
        var decoder = InputDecoder()
        #expect(decoder.patience == nil)
        #expect(decoder.decode([0x1B], at: now) == [])
        #expect(decoder.patience == InputDecoder.escapeDelay)
        #expect(decoder.decode([0x5B], at: now) == [])
        #expect(decoder.patience == InputDecoder.sequenceDelay)
        #expect(decoder.decode([0x41], at: now) == [.key(KeyChord(.up))])
        #expect(decoder.patience == nil)
    }

    @Test("invalid UTF-8 is one replacement character a fault and loses no key after it")
    func invalid() {
        var decoder = InputDecoder()
        let fault = TerminalEvent.key(.character("\u{FFFD}"))
        #expect(decoder.decode([0xFF, 0x61], at: now) == [fault, .key(.character("a"))])
        #expect(decoder.decode([0xE4, 0xB8, 0x61], at: now) == [fault, .key(.character("a"))])
        #expect(decoder.decode([0xC3], at: now) == [])
        #expect(decoder.flush() == [fault])
    }

    @Test("a paste is one event with line feeds, and keys in it are text")
    func paste() {
        #expect(decode("\u{1B}[200~a\r\nb\rc\u{1B}[Aq\u{3}\u{1B}[201~k") == [.paste("a\nb\nc\u{1B}[Aq\u{3}"), .key(.character("k"))])
        #expect(decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test("a paste beyond the limit is cut, and its rest types nothing")
    func longPaste() {
        var decoder = InputDecoder(pasteLimit: 4)
        let events = decoder.decode(Array("\u{1B}[200~123456789\u{1B}[201~k".utf8), at: now)
        #expect(events == [.paste("1234"), .key(.character("k"))])
    }

    @Test("^C by itself ends a paste that has no end")
    func endlessPaste() {
        var decoder = InputDecoder()
        #expect(decoder.decode(Array("\u{1B}[200~abc".utf8), at: now) == [])
        #expect(decoder.decode([0x03], at: now) == [.key(.control("c"))])
        #expect(decoder.decode([0x61], at: now) == [.key(.character("a"))])
    }

    @Test("presses and the wheel have places, releases and motion are nothing")
    func mouse() {
        let here = Point(x: 2, y: 3)
        #expect(decode("\u{1B}[<0;3;4M\u{1B}[<0;3;4m") == [.mouse(MouseEvent(.press, at: here))])
        #expect(
            decode("\u{1B}[<64;3;4M\u{1B}[<65;3;4M") == [.mouse(MouseEvent(.wheelUp, at: here)), .mouse(MouseEvent(.wheelDown, at: here))])
        #expect(decode("\u{1B}[<35;3;4M\u{1B}[<2;3;4M\u{1B}[<0;0;0M\u{1B}[<0;3M") == [])
        #expect(decode("\u{1B}[M #$\u{1B}[M##$") == [.mouse(MouseEvent(.press, at: here))])
        #expect(decode("\u{1B}[<0;400;300M") == [.mouse(MouseEvent(.press, at: Point(x: 399, y: 299)))])
    }

    @Test("two presses on one cell within 400 ms are a double press, a third is single again")
    func doublePress() {
        var decoder = InputDecoder()
        func press(_ x: Int, after milliseconds: Int) -> [TerminalEvent] {
            decoder.decode(Array("\u{1B}[<0;\(x);1M".utf8), at: now + .milliseconds(milliseconds))
        }
        let kinds = [press(1, after: 0), press(1, after: 300), press(1, after: 500), press(2, after: 600), press(2, after: 1100)].map {
            events in
            if case .mouse(let mouse)? = events.first { mouse.kind } else { MouseEvent.Kind.wheelUp }
        }
        #expect(kinds == [.press, .doublePress, .press, .press, .press])
    }

    @Test("what the terminal's description says goes before what is known anyway")
    func description() {
        var decoder = InputDecoder(sequences: [
            Array("\u{1B}[[A".utf8): KeyChord(.home), Array("\u{1B}A".utf8): KeyChord(.up), [0x7F]: KeyChord(.delete),
        ])
        let events = decoder.decode(Array("\u{1B}[[A\u{1B}A\u{7F}".utf8), at: now)
        #expect(events == [.key(KeyChord(.home)), .key(KeyChord(.up)), .key(KeyChord(.backspace))])
    }

    @Test("no bytes whatever bring the decoder down", arguments: 0..<64 as Range<UInt64>)
    func anything(seed: UInt64) {
        var state = seed &+ 1
        func byte() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let alphabet = Array("\u{1B}[[OM<;~0129ua^\u{3}é".utf8)
            return state >> 63 == 0 ? alphabet[Int(state >> 33) % alphabet.count] : UInt8(truncatingIfNeeded: state >> 33)
        }
        var decoder = InputDecoder(pasteLimit: 64)
        for _ in 0..<500 {
            _ = decoder.decode((0..<Int(byte() % 9)).map { _ in byte() }, at: now)
            if byte() < 20 { _ = decoder.flush() }
        }
        _ = decoder.decode(Array("\u{1B}[201~".utf8), at: now)
        _ = decoder.flush()
        #expect(decoder.decode([0x61], at: now) == [.key(.character("a"))])
    }
}
