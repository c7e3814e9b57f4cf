import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("Screens") struct ScreenTests {
    /// Public opened, the cursor on orders, everything known.
    private func describing(width: Int, height: Int, glyphs: Glyphs = .unicode) -> Visit {
        var visit = Visit.connected(width: width, height: height, glyphs: glyphs)
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j")
        visit.wait(.seconds(1))
        visit.answer(Fixture.answer)
        return visit
    }

    @Test("the first frame, before anything is known", arguments: [(120, 40), (80, 24)])
    func firstFrame(width: Int, height: Int) {
        Golden.expect(Visit(width: width, height: height), "first-frame-\(width)x\(height)")
    }

    @Test("a table described", arguments: [(80, 24), (120, 40), (200, 60), (300, 100)])
    func described(width: Int, height: Int) {
        Golden.expect(describing(width: width, height: height), "described-\(width)x\(height)")
    }

    @Test("a table described in ASCII") func ascii() {
        Golden.expect(describing(width: 120, height: 24, glyphs: .ascii), "described-ascii")
    }

    @Test(
        "each tab of a table that has something in all of them", arguments: [(80, 24), (120, 40), (200, 60)],
        [DescriberTab.columns, .indexes, .constraints, .triggers, .access, .partitions, .storage, .source])
    func tabs(size: (width: Int, height: Int), tab: DescriberTab) {
        var visit = Visit.describing(20001, width: size.width, height: size.height)
        visit.press(String(visit.state.describer.tabs.firstIndex(of: tab)! + 1))
        Golden.expect(visit, "describer/\(tab)-\(size.width)x\(size.height)")
    }

    @Test("a partitioned table, a view and a sequence", arguments: [(30001, "partitions"), (20009, "source"), (30009, "facts")])
    func kinds(relation: Int, tab: String) {
        var visit = Visit.describing(UInt32(relation), width: 120, height: 24)
        let index = visit.state.describer.tabs.firstIndex { "\($0)" == tab }
        visit.press(String((index ?? 0) + 1))
        Golden.expect(visit, "describer/\(visit.state.describer.relation!.relation.kind)")
    }

    @Test("under 60 columns one pane shows at a time") func onePane() {
        var visit = describing(width: 59, height: 20)
        Golden.expect(visit, "one-pane-tree")
        visit.press("tab")
        Golden.expect(visit, "one-pane-describer")
    }

    @Test("no size is too small to draw", arguments: [(1, 1), (2, 2), (3, 3), (5, 2), (10, 4), (20, 6), (300, 1), (1, 100)])
    func tiny(width: Int, height: Int) {
        var visit = describing(width: width, height: height)
        for layer in ["?", "? i", "esc c", "esc"] {
            visit.press(layer)
            #expect(visit.surface.size == Size(width: width, height: height))
            #expect(visit.surface.lines.count == height)
        }
    }

    @Test("the help lists every action of the table, but those of several servers") func help() {
        var visit = describing(width: 80, height: 60)
        visit.press("?")
        let screen = visit.screen.joined(separator: "\n")
        for entry in ActionTable.entries { #expect(screen.contains(entry.help) == (entry.group != .fleet), "\(entry.help)") }
        Golden.expect(visit, "help")
    }

    @Test("the help fits 80 columns whole") func helpWidth() {
        var visit = describing(width: 80, height: 60)
        visit.press("S-tab z ?")
        #expect(!visit.screen.joined().contains("…│"))
        for entry in ActionTable.entries { #expect(entry.help.count <= 60, "\(entry.help)") }
    }

    @Test("the connection, its settings and their origins") func connection() {
        var visit = describing(width: 120, height: 40)
        visit.press("i")
        Golden.expect(visit, "connection")
    }

    @Test("the password dialog shows no letter of the password") func password() {
        var visit = Visit(width: 80, height: 24)
        visit.begin()
        visit.receive(.link(.passwordNeeded(PostgresError(.passwordRequired, "the server asks for a password"))))
        visit.type("s3cret word")
        Golden.expect(visit, "password")
    }

    @Test("the connection form where nothing is set") func form() {
        var visit = Visit(width: 80, height: 24, connection: Fixture.nothingSet)
        visit.begin()
        Golden.expect(visit, "form")
    }

    @Test("a failed connection says what failed and what to try") func failed() {
        var visit = Visit(width: 120, height: 24)
        visit.begin()
        let error = PostgresError(
            .unreachable, "Connection refused", detail: "192.0.2.1 port 2345: refused", context: "connecting to db.example.org port 2345",
            cause: .refused)
        visit.receive(.link(.waiting(error, until: visit.now + .seconds(4))))
        Golden.expect(visit, "failed")
    }

    @Test("after the link is lost everything stays with its age") func stale() {
        var visit = describing(width: 120, height: 24)
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        visit.wait(.seconds(5))
        Golden.expect(visit, "stale")
    }

    @Test("hostile names stay within their row") func hostile() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.receive(
            .answered(
                visit.requests.first { if case .relations = $0.question { true } else { false } }!.id,
                .relations([
                    Fixture.table(1, "esc\u{1b}[2Jape"), Fixture.table(2, "new\nline"), Fixture.table(3, "right\u{202e}to left"),
                    Fixture.table(4, "zero\u{200b}width"), Fixture.table(5, "日本語のテーブル"), Fixture.table(6, "e\u{301}te\u{301}"),
                ])))
        visit.press("j j j")
        Golden.expect(visit, "hostile")
    }
}
