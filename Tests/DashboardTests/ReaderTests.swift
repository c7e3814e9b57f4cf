import DisplayText
import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("The reader") struct ReaderTests {
    private static let lines = (1...100).map { "line \($0) " + String(repeating: "-", count: $0) + ($0 % 10 == 0 ? " Tenth" : "") }

    /// A dashboard with a reader on a hundred lines, the last of which is the widest, under a heading that stays.
    private func reading(width: Int = 80, height: Int = 24) -> Visit {
        var visit = Visit.connected(width: width, height: height)
        visit.read("A hundred", ReaderText(outside: (["heading"] + Self.lines).joined(separator: "\n"), frozen: 1))
        return visit
    }

    @Test("it scrolls down and up, by lines and pages, and stays within its text") func vertical() {
        var visit = reading()
        #expect(visit.text.prefix(2) == ["heading", "line 1 -"])
        visit.press("j j")
        #expect(visit.text[1] == "line 3 ---")
        visit.press("g")
        #expect(visit.text[1] == "line 1 -")
        visit.press("k k k")
        #expect(visit.text[1] == "line 1 -")
        visit.press("^d")
        // 24 rows less bar, hints, border, heading: 19 lines, of which one is seen on both pages.
        #expect(visit.text[1].hasPrefix("line 19 "))
        visit.press("^u")
        #expect(visit.text[1] == "line 1 -")
        visit.press("G")
        #expect(visit.text.last?.hasPrefix("line 100 ") ?? false)
        visit.press("j j j")
        #expect(visit.text.last?.hasPrefix("line 100 ") ?? false)
    }

    @Test("the wheel scrolls it by three lines") func wheel() {
        var visit = reading()
        visit.receive(.mouse(MouseEvent(.wheelDown, at: Point(x: 40, y: 10))))
        #expect(visit.text[1] == "line 4 ----")
        visit.receive(.mouse(MouseEvent(.wheelUp, at: Point(x: 40, y: 10))))
        #expect(visit.text[1] == "line 1 -")
    }

    @Test("it scrolls sideways where a line is wider than the screen, to the end of the widest and no further") func sideways() {
        var visit = reading()
        visit.press("G l")
        #expect(visit.text[0] == "")
        #expect(visit.text.last?.hasPrefix(" ---") ?? false)
        visit.press("l l l l l l l l l l l l l l l l")
        #expect(visit.text.last?.hasSuffix("Tenth") ?? false)
        visit.press("h h h h h h h h h h h h h h h h")
        #expect(visit.text[0] == "heading")
    }

    @Test("spaces at the ends of lines are nothing to scroll to") func spacesAtEnds() {
        var visit = Visit.connected(width: 80, height: 24)
        visit.read("Wide", ReaderText(outside: String(repeating: "x", count: 76) + "  \nshort"))
        visit.press("l")
        #expect(visit.text[1] == "short")
        #expect(!visit.hintLine.contains("sideways"))
    }

    @Test("a larger screen leaves no gap behind the text, a smaller one none of it out") func resized() {
        var visit = reading()
        visit.press("G l l l l l l l l l l l l l l l l")
        visit.receive(.resize(Size(width: 300, height: 200)))
        #expect(visit.text.first == "heading")
        #expect(visit.text[1] == "line 1 -")
        visit.receive(.resize(Size(width: 40, height: 10)))
        visit.press("G")
        #expect(visit.text.last?.hasPrefix("line 100 ") ?? false)
    }

    @Test("a filter keeps the lines that hold the text, letter case aside, and the heading") func filter() {
        var visit = reading()
        visit.press("/")
        visit.type("tenth")
        #expect(visit.text.count == 11)
        #expect(visit.text[0] == "heading")
        #expect(visit.text[1].hasPrefix("line 10 "))
        #expect(visit.screen.contains { $0.contains("10 of 100 lines") })
        visit.press("enter")
        #expect(visit.hintLine.contains("copy these lines"))
        visit.press("esc")
        #expect(visit.text[1] == "line 1 -")
        #expect(!visit.state.layers.isEmpty)
        visit.press("esc")
        #expect(visit.state.layers.count == 0)
    }

    @Test("letters typed into the filter are no commands, and ^C drops it before it closes the reader") func typing() {
        var visit = reading()
        visit.press("/")
        visit.type("jq")
        #expect(visit.state.layers.count == 1)
        #expect(visit.text.contains("nothing matches"))
        visit.press("^c")
        #expect(visit.text[1] == "line 1 -")
        visit.press("x ^c")
        #expect(visit.state.layers.count == 0)
    }

    @Test("n and N go from match to match and bring what matched into view, sideways too") func matches() {
        var visit = reading()
        visit.press("n")
        #expect(visit.hintLine.contains("no filter is set here"))
        visit.press("/")
        visit.type("tenth")
        visit.press("enter n n n n n n n n n n")
        #expect(visit.screen.joined(separator: "\n").contains("Tenth"))
        #expect(visit.screen.contains { $0.contains("columns") && !$0.contains("columns 1-") })
        visit.press("n")
        #expect(visit.text[1].hasSuffix("Tenth"))
        visit.press("N")
        #expect(visit.screen.joined(separator: "\n").contains("Tenth"))
    }

    @Test("y copies all of the text as it came, with a filter the lines it keeps, and says which") func copying() {
        var visit = Visit.connected()
        visit.read("Three", ReaderText(outside: "one\ttab\ntwo\nthree\n"))
        visit.press("y")
        #expect(visit.copied == "one\ttab\ntwo\nthree\n")
        #expect(visit.hintLine.contains("copied all 3 lines"))
        visit.press("/")
        visit.type("t")
        visit.press("enter y")
        #expect(visit.copied == "one     tab\ntwo\nthree")
        visit.press("/")
        visit.type("wo")
        visit.press("enter y")
        #expect(visit.copied == "two")
        #expect(visit.hintLine.contains("copied the line"))
    }

    @Test("what is more than terminals take is not copied, and it says so") func tooMuch() {
        var visit = Visit.connected()
        visit.read("Much", ReaderText(outside: String(repeating: "x", count: 80_000)))
        visit.press("y")
        #expect(visit.copied == nil)
        #expect(visit.hintLine.contains("not copied"))
    }

    @Test("tabs are columns of eight, controls of the text are made visible") func preformatted() {
        let text = ReaderText(outside: "a\tb\r\n日本\tc\n\u{1b}[2J")
        #expect(text.lines.map(\.plainText) == ["a       b\\r", "日本    c", "\\e[2J"])
        #expect(text.width == 11)
    }

    @Test("an answer is waited for, shown with its age, kept when the link goes and asked again when it returns") func fromTheServer()
        throws
    {
        var visit = Visit.connected()
        let question = Question.relations(database: "1245", schema: OID(3001), kinds: [.sequence])
        visit.change { state in state.openReader("Sequences", asking: question) }
        #expect(visit.questions.contains(question))
        #expect(visit.screen.contains { $0.contains("asking") })
        visit.change { state in
            state.changeReaders(of: question) { [now = state.now] in $0.take(ReaderText(outside: "a_seq"), at: now) }
            return []
        }
        #expect(visit.screen.contains { $0.contains("just asked") })
        visit.wait(.seconds(25))
        #expect(visit.screen.contains { $0.contains("as of 20 s ago") })
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        #expect(visit.screen.contains { $0.contains("25 s old") })
        #expect(visit.screen.contains { $0.contains("a_seq") })
        _ = visit.takeEffects()
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.questions.contains(question))
    }

    @Test("closing it gives up the question that only it waits for") func givenUp() {
        var visit = Visit.connected()
        let question = Question.relations(database: "1245", schema: OID(3001), kinds: [.sequence])
        visit.change { $0.openReader("Sequences", asking: question) }
        visit.press("esc")
        #expect(!visit.questions.contains(question))
    }

    @Test("what failed says why") func failed() {
        var visit = Visit.connected()
        let question = Question.relations(database: "1245", schema: OID(3001), kinds: [.sequence])
        visit.change { $0.openReader("Sequences", asking: question) }
        visit.fail(PostgresError(.server, "permission denied for schema secreto", sqlState: "42501")) { $0 == question }
        #expect(visit.screen.contains { $0.contains("permission denied for schema secreto") })
    }

    @Test("the reader on a wide text with a filter") func golden() {
        var visit = reading()
        visit.press("/")
        visit.type("5 -")
        visit.press("enter n n n")
        Golden.expect(visit, "reader")
    }
}

extension Visit {
    /// Opens a reader on a text.
    fileprivate mutating func read(_ title: String, _ text: ReaderText) {
        change { state in
            state.layers.append(.reader(ReaderOverlay(title, text, at: state.now)))
            return []
        }
    }

    /// The lines within the reader's border, without the spaces at their ends.
    fileprivate var text: [String] {
        guard case .reader(let reader) = state.layers.last else { return [] }
        let area = reader.frame(on: state.size).inset(horizontally: 2, vertically: 1)
        return (area.y..<area.maxY).map { y in
            let line = surface.row(y)[...].dropFirst(area.x).prefix(area.width).map(\.text.description).joined()
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.reversed().drop { $0.isEmpty }.reversed()
    }

    var copied: String? {
        effects.last.flatMap { if case .copy(let text) = $0 { text } else { nil } }
    }
}
