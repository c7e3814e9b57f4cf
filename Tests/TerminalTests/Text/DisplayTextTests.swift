import DisplayText
import Testing

@Suite("Text from outside")
struct DisplayTextTests {
    init() { UTF8Locale.adopt() }

    @Test(
        "controls, bidi, zero-width and unassigned scalars become visible, all else stays",
        arguments: [
            ("orders", "orders"),
            ("a\nb\tc\rd", #"a\nb\tc\rd"#),
            ("\u{1B}[31mred", #"\e[31mred"#),
            ("\0\u{7F}\u{9B}", #"\x00\x7F\x9B"#),
            ("\u{202E}evil\u{202C}", "<U+202E>evil<U+202C>"),
            ("a\u{200B}b\u{FEFF}", "a<U+200B>b<U+FEFF>"),
            ("soft\u{AD}hyphen\u{3164}", "soft<U+00AD>hyphen<U+3164>"),
            ("x\u{2028}y\u{2029}", "x<U+2028>y<U+2029>"),
            ("👩\u{200D}💻", "👩<U+200D>💻"),
            ("\u{378}", "<U+0378>"),
            ("bad \u{FFFD} bytes", "bad \u{FFFD} bytes"),
            ("ñandú 中文 ⚠️", "ñandú 中文 ⚠️"),
            (#"C:\new"#, #"C:\new"#),
            ("", ""),
        ])
    func visible(text: String, expected: String) {
        #expect(Array(DisplayText.visible(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("a combining mark without a base gets a dotted circle, at the start and after an escape")
    func baselessMarks() {
        #expect(DisplayText.visible("\u{301}x") == "◌\u{301}x")
        #expect(DisplayText.visible("\n\u{301}") == "\\n◌\u{301}")
    }

    @Test("marks beyond what a cell holds become visible")
    func piledMarks() {
        let visible = DisplayText.visible("e" + String(repeating: "\u{301}", count: 6))
        #expect(visible == "e\u{301}\u{301}\u{301}\u{301}<U+0301><U+0301>")
    }

    @Test("a presentation selector after a letter is visible")
    func selectorAfterLetter() {
        #expect(DisplayText.visible("a\u{FE0F}") == "a<U+FE0F>")
    }

    @Test("segments tell escapes from text, a newline from a backslash and an n")
    func segments() {
        #expect(
            DisplayText.segments(of: "a\n\tb\\n") == [
                DisplayText.Segment("a"), DisplayText.Segment(#"\n\t"#, isEscape: true), DisplayText.Segment(#"b\n"#),
            ])
    }

    @Test(
        "width is the columns that ncurses moves by",
        arguments: [("", 0), ("abc", 3), ("中文", 4), ("e\u{301}", 1), ("한국", 4), ("👍🏽", 4), ("🇪🇸", 2), ("─│", 2), ("\u{FFFD}", 1)])
    func width(text: String, columns: Int) {
        #expect(DisplayText.width(of: text) == columns)
        #expect(text.reduce(0) { $0 + DisplayText.width(of: $1) } == columns)
        #expect(DisplayText.cells(of: text).reduce(0) { $0 + $1.width } == columns)
    }

    @Test("cells hold one base with its marks, and nothing undrawable")
    func cells() {
        #expect(DisplayText.cells(of: "e\u{301}中\u{1B}⚠\u{FE0F}").map(\.text.description) == ["e\u{301}", "中", "?", "⚠"])
        #expect(DisplayText.cells(of: "\u{301}\u{200D}").map(\.text.description) == [])
        // A base and four marks are what ncurses keeps of a cell.
        #expect(
            DisplayText.cells(of: "e\u{301}\u{302}\u{303}\u{304}\u{305}x").map(\.text.description) == [
                "e\u{301}\u{302}\u{303}\u{304}", "x",
            ])
    }

    @Test(
        "truncating never cuts a wide character in half and marks the cut",
        arguments: [
            ("orders", 6, "orders"), ("orders", 5, "orde…"), ("orders", 1, "…"), ("orders", 0, ""), ("orders", -3, ""),
            ("中文字", 6, "中文字"), ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("中文字", 2, "…"), ("中", 1, "…"),
            ("e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}e\u{301}"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ])
    func truncated(text: String, columns: Int, expected: String) {
        #expect(DisplayText.truncated(text, to: columns) == expected)
    }

    @Test("padding gives exactly the columns asked for", arguments: ["", "a", "orders", "中文字", "a中文"], 0...7)
    func padded(text: String, columns: Int) {
        #expect(DisplayText.width(of: DisplayText.padded(text, to: columns)) == columns)
    }

    @Test("an ellipsis of a width of its own is reckoned with")
    func wideEllipsis() {
        #expect(DisplayText.truncated("orders", to: 4, ellipsis: "~") == "ord~")
        #expect(DisplayText.truncated("orders", to: 4, ellipsis: "中") == "or中")
        #expect(DisplayText.truncated("orders", to: 1, ellipsis: "中") == "")
    }
}
