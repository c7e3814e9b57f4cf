import Terminal
import Testing

@Suite("Styled text")
struct StyledTextTests {
    init() { UTF8Locale.adopt() }

    @Test("what had to be made visible has a role of its own")
    func outside() {
        #expect(StyledText(outside: "a\nb", .identifier).spans == [Span("a", .identifier), Span(#"\n"#, .escaped), Span("b", .identifier)])
    }

    @Test(
        "truncating keeps the roles of what is left",
        arguments: [(7, "size 51"), (6, "size …"), (5, "size…"), (4, "siz…"), (1, "…"), (0, "")])
    func truncated(columns: Int, expected: String) {
        let text = StyledText("size ", .muted) + StyledText("51", .literal)
        let cut = text.truncated(to: columns, ellipsis: "…")
        #expect(cut.plainText == expected)
        #expect(cut.width <= columns)
        #expect(columns == 0 || cut.spans.first?.role == .muted)
    }

    @Test("inside a selection a role keeps its colour and takes the ground and the attributes")
    func selection() {
        let theme = Theme(
            name: "t",
            styles: [.bad: Style(foreground: .indexed(1)), .selection: Style(background: .indexed(4), attributes: .bold)])
        #expect(theme.style(.bad, within: .selection) == Style(foreground: .indexed(1), background: .indexed(4), attributes: .bold))
    }

    @Test("a selection that names a text colour imposes it")
    func selectionForeground() {
        let theme = Theme(name: "t", styles: [.bad: Style(foreground: .indexed(1)), .selection: Style(foreground: .indexed(0))])
        #expect(theme.style(.bad, within: .selection).foreground == .indexed(0))
    }
}
