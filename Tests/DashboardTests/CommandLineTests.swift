import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("The command line") struct CommandLineTests {
    private func asking(_ command: String, key: String = ":", width: Int = 120, height: Int = 24) -> Visit {
        var visit = Visit.connected(width: width, height: height)
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press(key)
        visit.type(command)
        return visit
    }

    private func answer(_ visit: inout Visit, _ answer: Answer) throws {
        visit.receive(.answered(try #require(visit.requests.last).id, answer))
    }

    private static let functions = CatalogListing.functions(
        (1...30).map { number in
            ListedFunction(schema: "public", name: "f\(number)", kind: .function, result: "integer", arguments: "a integer, b text")
        })

    private func match(_ oid: UInt32, _ schema: String, _ name: String) -> RelationsByPatternQuery.Match {
        RelationsByPatternQuery.Match(oid: OID(oid), schema: schema, name: name, kind: .table)
    }

    @Test("it stands in the place of the hints, behind the key that opened it, with what is meant", arguments: [":", "\\"])
    func opened(key: String) {
        let visit = asking("dt+", key: key)
        #expect(visit.hintLine.hasPrefix("\(key)dt+"))
        #expect(visit.hintLine.contains("list tables"))
        #expect(visit.surface.cursor == Point(x: 4, y: 23))
    }

    @Test("a list opens as a reader with psql's text, its title and header frozen") func list() throws {
        var visit = asking("df f*")
        visit.press("enter")
        #expect(visit.questions.last == .list(database: "1245", .functions(kinds: "", arguments: [], ListOptions(pattern: "f*"))))
        #expect(visit.hintLine.contains("asking"))
        try answer(&visit, .list(Self.functions))
        Golden.expect(visit, "command-list")
        visit.press("G")
        #expect(visit.screen.contains { $0.contains("List of functions") })
        #expect(visit.screen.contains { $0.contains("(30 rows)") })
        visit.press(":")
        visit.type("dn")
        visit.press("enter")
        let schema = ListedSchema(name: "public", owner: "me", privilegesText: nil, comment: nil)
        try answer(&visit, .list(.schemas([schema], publications: [])))
        #expect(visit.state.layers.count == 1)
        #expect(visit.screen.contains { $0.contains("List of schemas") })
        visit.press("esc")
        #expect(visit.state.layers.count == 0)
    }

    @Test("r in a list asks it anew") func again() throws {
        var visit = asking("df")
        visit.press("enter")
        try answer(&visit, .list(Self.functions))
        visit.press("r")
        #expect(visit.questions.last == .list(database: "1245", .functions(kinds: "", arguments: [], ListOptions())))
        try answer(&visit, .list(.functions([])))
        #expect(visit.screen.contains { $0.contains("(0 rows)") })
    }

    @Test("one relation that matches is gone to and described") func describedOne() throws {
        var visit = asking("d orders")
        visit.press("enter")
        try answer(&visit, .matches([match(20002, "public", "orders")]))
        visit.answer(Fixture.answer)
        #expect(visit.state.layers.count == 0)
        #expect(visit.state.describer.relation?.relation.name == "orders")
        #expect(visit.state.tree.selectedRelation?.relation.name == "orders")
    }

    @Test("the relation gone to shows its columns first, whichever tab was used last", arguments: [20001, 20002]) func firstTab(
        from: UInt32
    ) throws {
        var visit = Visit.describing(from)
        visit.press("3 :")
        visit.type("d orders")
        visit.press("enter")
        try answer(&visit, .matches([match(20002, "public", "orders")]))
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.tab == .columns)
        #expect(visit.line("消費税") != nil)
    }

    @Test("of several that match psql's text is shown, none is psql's words in place") func describedSeveral() throws {
        var visit = asking("d+ o*")
        visit.press("enter")
        try answer(&visit, .matches([match(20001, "public", "customers"), match(20002, "public", "orders")]))
        #expect(visit.questions.last == .describe(database: "1245", relations: [OID(20001), OID(20002)], isVerbose: true))
        try answer(&visit, .described([DescribedRelation(Fixture.orders, RelationDefinitions())]))
        #expect(visit.screen.contains { $0.contains("Table \"public.orders\"") })
        #expect(visit.screen.contains { $0.contains("\\d+ o*") })

        visit = asking("d nowhere")
        visit.press("enter")
        try answer(&visit, .matches([]))
        #expect(visit.hintLine.contains("Did not find any relation named \"nowhere\"."))
        visit.press("backspace")
        #expect(!visit.hintLine.contains("Did not find"))
    }

    @Test("an error of the server stands in the line, which can be mended") func failed() throws {
        var visit = asking("dt (")
        visit.press("enter")
        visit.fail(PostgresError(.server, "invalid regular expression: parentheses () not balanced", sqlState: "2201B")) { _ in true }
        #expect(visit.hintLine.contains("parentheses () not balanced"))
        #expect(visit.state.layers.count == 1)
        visit.press("enter")
        #expect(visit.questions.count == 1)
    }

    @Test("a pattern without a match says so in psql's words") func notFound() throws {
        var visit = asking("dx+ nosuch")
        visit.press("enter")
        try answer(&visit, .list(.extensionContents([])))
        #expect(visit.hintLine.contains("Did not find any extension named \"nosuch\"."))
    }

    @Test("what is no command is told with the nearest one, and goes as one types on") func unknown() {
        var visit = asking("dq")
        visit.press("enter")
        #expect(visit.hintLine.contains(#"invalid command \dq"#))
        visit.type("x")
        #expect(!visit.hintLine.contains("invalid"))
    }

    @Test("esc, ^C and backspace in an empty line close it; what it waits for is given up", arguments: ["esc", "^c"])
    func closed(key: String) {
        var visit = asking("df")
        visit.press("enter")
        #expect(!visit.questions.isEmpty)
        visit.press(key)
        #expect(visit.state.layers.count == 0)
        #expect(!visit.questions.contains { if case .list = $0 { true } else { false } })
        visit.press(": x backspace backspace")
        #expect(visit.state.layers.count == 0)
    }

    @Test("tab completes commands, and walks through them where several begin so") func commands() {
        var visit = asking("conn")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":conn"))
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":connect"))
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":conninfo"))
        visit.press("S-tab")
        #expect(visit.hintLine.hasPrefix(":connect"))
        visit = asking("dr")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":drds "))
    }

    @Test("what psql has and pgdeck has not is told while it is typed") func absent() {
        #expect(asking("sv").hintLine.contains(#"\d NAME goes to the view, whose Source tab shows it"#))
        #expect(asking("zzz").hintLine.contains("no such command"))
    }

    @Test("tab completes functions behind \\df, of a schema too") func functionNames() throws {
        var visit = asking("df order_")
        visit.press("tab")
        #expect(visit.questions.last == .completions(database: "1245", .functions(schema: nil), prefix: "order_"))
        try answer(&visit, .completions(["order_total"]))
        #expect(visit.hintLine.hasPrefix(":df order_total "))
        visit = asking("df ventas.")
        visit.press("tab")
        #expect(visit.questions.last == .completions(database: "1245", .functions(schema: "ventas"), prefix: ""))
        try answer(&visit, .completions(["Total"]))
        #expect(visit.hintLine.hasPrefix(#":df ventas."Total" "#))
        visit = asking("df vent")
        visit.press("tab")
        try answer(&visit, .completions([]))
        #expect(visit.hintLine.hasPrefix(":df ventas."))
    }

    @Test("tab completes databases, schemas and relations that are known, in quotes where a pattern needs them") func names() {
        var visit = asking("c no")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":c nomina "))
        visit = asking("dn vent")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":dn ventas "))
        visit = asking("d cust")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":d customers "))
        visit = asking("d public.ord")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":d public.orders "))
        visit = asking("d ventas")
        visit.press("tab")
        #expect(visit.hintLine.hasPrefix(":d ventas."))
    }

    @Test("names that the server tells join those known, while one may go on typing") func asked() throws {
        var visit = asking("d orde")
        visit.press("tab")
        #expect(visit.questions.contains(.completions(database: "1245", .relations(schema: nil), prefix: "orde")))
        try answer(&visit, .completions(["orders", "order_items", "Orders of 2019"]))
        #expect(visit.screen.contains { $0.contains("\"Orders of 2019\"") })
        Golden.expect(visit, "command-completion")
        visit.press("esc")
        #expect(visit.state.layers.count == 1)

        visit = asking("du lec")
        visit.press("tab")
        visit.type("x")
        try answer(&visit, .completions(["lectura"]))
        #expect(visit.hintLine.hasPrefix(":du lecx"))
    }

    @Test("\\c moves the panes; a database that cannot be entered says why; another server is connected to without its password")
    func connecting() {
        var visit = asking("c 2207")
        visit.press("enter")
        #expect(visit.state.tree.database == "2207")
        #expect(visit.state.databases.selected?.name == "2207")
        #expect(visit.questions.contains(.schemas(database: "2207")))

        visit = asking("c nomina")
        visit.press("enter")
        #expect(visit.hintLine.contains("CONNECT"))
        visit = asking("c nowhere")
        visit.press("enter")
        #expect(visit.hintLine.contains("database \"nowhere\" does not exist"))

        visit = asking("c - other 192.0.2.9 5433")
        visit.press("enter")
        let connected = visit.effects.compactMap { if case .worker(.move(let parameters)) = $0 { parameters } else { nil } }.last
        #expect(connected?.host == "192.0.2.9")
        #expect(connected?.port == "5433")
        #expect(connected?.user == "other")
        #expect(connected?.database == "1245")
        #expect(connected?.password == nil)
        visit = asking("c - - - 99999")
        visit.press("enter")
        #expect(visit.hintLine.contains("a port is a number"))
    }

    @Test("\\conninfo, \\? and \\q") func others() {
        var visit = asking("conninfo")
        visit.receive(.sessions(2))
        visit.press("enter")
        #expect(visit.screen.contains { $0.contains("Settings in force") })
        #expect(visit.screen.contains { $0.contains("2 in use, 3 at most") })
        visit = asking("?", height: 40)
        visit.press("enter")
        Golden.expect(visit, "command-help")
        visit = asking("q")
        visit.press("enter")
        #expect(visit.effects.contains { if case .quit = $0 { true } else { false } })
    }

    @Test("lines run come back with up, a connection string is not among them") func history() {
        var visit = asking("conninfo  ")
        visit.press("enter esc : ")
        visit.type("c postgresql://me:secret@db.example.org/x")
        visit.press("enter : up")
        #expect(visit.hintLine.hasPrefix(":conninfo"))
        #expect(visit.state.commandHistory.lines == ["conninfo"])
        #expect(!visit.state.commandHistory.lines.contains { $0.contains("secret") })
    }

    @Test("without a link nothing is asked, and it says so") func unlinked() {
        var visit = asking("dt")
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        visit.press("enter")
        #expect(visit.hintLine.contains("connection lost"))
        visit = asking("dt")
        visit.press("enter")
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(8))))
        #expect(visit.hintLine.contains("the server closed the connection"))
    }

    @Test("at 80 columns what does not fit behind the line stands above it") func narrow() {
        var visit = asking("d 'a name that is long enough to leave no room for words' extra", width: 80)
        visit.press("enter")
        Golden.expect(visit, "command-complaint")
    }
}
