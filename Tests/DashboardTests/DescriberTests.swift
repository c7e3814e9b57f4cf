import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("The describer") struct DescriberTests {
    @Test("a kind has the tabs that it can have anything in, and a digit picks one by its place") func tabsByKind() {
        var visit = Visit.describing(30009)
        #expect(visit.state.describer.tabs == [.facts, .access, .storage, .source, .rows])
        #expect(visit.line("Facts")?.contains("Indexes") == false)
        visit.press("2")
        #expect(visit.state.describer.tab == .access)
        visit.press("9")
        #expect(visit.state.describer.tab == .access)
        visit.press("] ] ] ]")
        #expect(visit.state.describer.tab == .facts)
        visit.press("[")
        #expect(visit.state.describer.tab == .rows)
    }

    @Test("the chosen tab stays while the cursor walks over relations that have it, and comes back after one that has not")
    func chosenTab() {
        var visit = Visit.describing(20001)
        visit.press("2")
        visit.go(to: Fixture.recentOrders.relation, kind: .view)
        #expect(visit.state.describer.tab == .columns)
        visit.go(to: Fixture.ordersName, kind: .table)
        #expect(visit.state.describer.tab == .indexes)
    }

    @Test("at 80x24 every tab can be seen in the strip, whichever is active", arguments: 1...9) func strip(number: Int) {
        var visit = Visit.describing(20001, width: 80, height: 24)
        visit.press(String(number))
        let strip = visit.screen[1]
        let active = visit.state.describer.tab
        for tab in visit.state.describer.tabs { #expect(strip.contains(tab == active ? tab.title : tab.shortTitle)) }
    }

    @Test("at 40x10 the strip tells with an ellipsis that tabs are cut off, on either side", arguments: 1...9) func narrowStrip(number: Int)
    {
        var visit = Visit.describing(20001, width: 40, height: 10)
        visit.press(String(number))
        let strip = visit.screen[1].filter { $0 != "│" && $0 != "┃" && $0 != " " }
        #expect(strip.contains(visit.state.describer.tab.title))
        #expect(strip.hasPrefix("…") || strip.hasPrefix("Col"))
        #expect(strip.hasSuffix("…") || strip.hasSuffix("Rows"))
    }

    @Test("a partitioned table's size is the sum of its partitions', as far as they are known, and the tab counts them alone")
    func partitioned() {
        var visit = Visit.describing(30001, width: 200)
        // One of the four is exact, the foreign table has none.
        let sum = Fixture.pedidosDefinitions.childBytes[OID(30002)]! + 2 * 67_108_864
        #expect(visit.line("partitioned table │ ~\(byteSize(sum))") != nil)
        #expect(visit.line("Partitions 4") != nil)
        visit.go(to: Fixture.pedidos2024.relation, kind: .table)
        visit.answer(Fixture.answer)
        #expect(visit.line("Partitions 1") == nil)
        visit.press("6")
        #expect(visit.line("partition of") != nil)
    }

    @Test("a partitioned table's size is exact once all of its partitions' are") func partitionedExactly() {
        var visit = Visit.connected()
        visit.go(to: Fixture.pedidosName, kind: .partitionedTable)
        var found = Fixture.pedidosDefinitions
        found.childBytes = [OID(30002): 1_048_576, OID(30003): 1_048_576]
        var pedidos = Fixture.pedidos
        pedidos.children.removeAll { $0.kind == .partitionedTable }
        visit.answer { question in
            switch question {
            case .description: .description(pedidos)
            case .definitions: .definitions(found, unavailable: nil)
            default: Fixture.answer(question)
            }
        }
        #expect(visit.line("partitioned table │ 2.0 MB") != nil)
    }

    @Test("what is empty is dimmed and says so in words") func empty() {
        var visit = Visit.describing(30009)
        visit.go(to: Fixture.totals.relation, kind: .materializedView)
        visit.answer(Fixture.answer)
        #expect(visit.line("Indexes 0") != nil)
        visit.press("2")
        #expect(visit.line("no indexes") != nil)
    }

    @Test("a text scrolls by lines without a cursor, to its end and no further") func source() {
        var visit = Visit.describing(20009, width: 80, height: 24)
        visit.press("5")
        #expect(visit.line("lines 1-18 of 206") != nil)
        visit.press("j j")
        #expect(visit.line("lines 3-20 of 206") != nil)
        visit.press("G j j")
        #expect(visit.line("lines 189-206 of 206") != nil)
        visit.press("k")
        #expect(visit.line("lines 188-205 of 206") != nil)
        visit.press("g")
        #expect(visit.line("SELECT id,") != nil)
    }

    @Test("a text scrolls sideways to the end of its longest line") func sourceSideways() {
        var visit = Visit.describing(20009, width: 80, height: 24)
        visit.press("5 G")
        #expect(visit.line("see the end of it'::text AS long") == nil)
        visit.press("l l l l l l l l l l l l l l")
        #expect(visit.line("see the end of it'::text AS long") != nil)
        let end = visit.state.describer.horizontalOffset
        visit.press("l")
        #expect(visit.state.describer.horizontalOffset == end)
        visit.receive(.resize(Size(width: 200, height: 24)))
        #expect(visit.state.describer.horizontalOffset == 0)
    }

    @Test("a table scrolls sideways to its end and no further, under its first column") func sideways() {
        var visit = Visit.describing(20001, width: 80, height: 24)
        #expect(visit.line("e-mail")?.contains("lz4") == false)
        visit.press("l l l l l l l l l l l l l l l l l l l l")
        #expect(visit.line("e-mail")?.contains("lz4") == true)
        #expect(visit.line("year")?.contains("n_distinct=40") == true)
        let end = visit.state.describer.horizontalOffset
        visit.press("l l l")
        #expect(visit.state.describer.horizontalOffset == end)
        visit.press("h")
        #expect(visit.state.describer.horizontalOffset < end)
        visit.press("h h h h h h h h h h h h h h h h h h h h")
        #expect(visit.state.describer.horizontalOffset == 0)
    }

    @Test("once it is scrolled, a column is as wide as all that it holds") func unfolds() {
        var visit = Visit.describing(20001, width: 80, height: 24)
        visit.press("2")
        let predicate = "WHERE (year"
        #expect(visit.line(predicate) == nil)
        for _ in 0..<20 where visit.line(predicate) == nil { visit.press("l") }
        #expect(visit.line(predicate) != nil)
    }

    @Test(
        "flags of an index, groups of triggers, policies and privileges are told in words",
        arguments: [
            ("2", "INVALID, unique, nulls not distinct, partial, replica identity"), ("2", "primary key, clustered"),
            ("2", "unique constraint, initially deferred"), ("4", "on replicas only"), ("4", "INSTEAD NOTHING"),
            ("5", "policies hold, but not for the owner"), ("5", "using ((since <= now())) with check ((since <= now()))"),
            ("5", "SELECT (may pass on), UPDATE"), ("5", "restrictive policy"), ("7", "index customers_e-mail"),
            ("7", "public.customers_region (ndistinct, dependencies) on region, year"),
        ])
    func words(key: String, expected: String) {
        var visit = Visit.describing(20001, width: 260, height: 40)
        visit.press(key)
        #expect(visit.line(expected) != nil, "\(visit.screen.joined(separator: "\n"))")
    }

    @Test("the Source tab's text is made once and anew when what it tells has changed") func sourceMadeOnce() {
        var visit = Visit.describing(20009)
        visit.press("5")
        #expect(visit.line("CREATE VIEW public.recent_orders") != nil)
        visit.change { state in
            state.describer.madeSource?.text = ReaderText(outside: "what was made")
            return []
        }
        visit.press("j k")
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.line("what was made") != nil)
        visit.press("r")
        var changed = Fixture.recentOrdersDefinitions
        changed.viewDefinition = " SELECT 4711;"
        visit.answer { if case .definitions = $0 { .definitions(changed, unavailable: nil) } else { Fixture.answer($0) } }
        #expect(visit.line("what was made") == nil)
        #expect(visit.line("SELECT 4711;") != nil)
        visit.press("1 5")
        #expect(visit.line("SELECT 4711;") != nil)
    }

    @Test("the hints name only keys that do something here") func hints() {
        // On a schema there is no tab and nothing to copy.
        var visit = Visit.connected()
        visit.press("tab tab")
        #expect(visit.state.describer.relation == nil)
        #expect(!visit.hintLine.contains("next tab"))
        #expect(!visit.hintLine.contains("copy"))
        visit = Visit.describing(20002)
        #expect(visit.hintLine.contains("enter whole row"))
        #expect(visit.hintLine.contains("y copy"))
        #expect(visit.hintLine.contains("Y copy definition"))
        // A text has no rows, an identity column's sequence no statement of its own.
        visit.press("8")
        #expect(visit.state.describer.tab == .source)
        #expect(!visit.hintLine.contains("enter"))
        visit = Visit.describing(30009)
        visit.press("4")
        #expect(!visit.hintLine.contains("Y copy definition"))
        // A list that is not there yet has nothing to open.
        visit = Visit()
        visit.begin()
        #expect(!visit.hintLine.contains("enter"))
    }

    @Test("the whole row of a trigger holds the source of its function") func triggerSource() {
        var visit = Visit.describing(20001)
        visit.press("4 enter")
        #expect(visit.line("INSERT INTO log SELECT NEW.*;") != nil)
    }

    @Test("behind a lock the holder is named, the rest stays, and it is asked again while the relation is in view") func lock() {
        var visit = Visit.connected(width: 200)
        visit.go(to: Fixture.customersName, kind: .table)
        var found = RelationDefinitions()
        let started = Timestamp(microsecondsSinceEpoch: Int64((Fixture.serverTime - 125) * 1_000_000))
        found.lockHolders = [
            LockHolder(
                pid: 4712, role: "ncorrea", application: "psql", transactionStarted: started, relation: Fixture.customersName,
                mode: "AccessExclusiveLock"),
            LockHolder(
                pid: 4799, role: "lectura", application: "pgdeck", transactionStarted: nil, relation: Fixture.customersName,
                mode: "AccessExclusiveLock", isGranted: false),
        ]
        let locked = PostgresError(.server, "canceling statement due to lock timeout", sqlState: "55P03")
        visit.answer { question in
            if case .definitions = question { .definitions(found, unavailable: locked) } else { Fixture.answer(question) }
        }
        visit.press("3")
        #expect(visit.line("locked by pid 4712 (ncorrea, psql) since") != nil)
        #expect(visit.line("(2 min)") != nil)
        #expect(!visit.screen.contains { $0.contains("4799") })
        #expect(visit.line("FOREIGN KEY (region) REFERENCES") != nil)
        visit.wait(.seconds(11))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.questions == [.definitions(database: "1245", relation: OID(20001), kind: .table)])
        visit.answer(Fixture.answer)
        #expect(!visit.screen.contains { $0.contains("locked by") })
        #expect(visit.line("CHECK (((\"e-mail\")::text ~~") != nil)
    }

    @Test("a relation that was dropped keeps what was known of it, and the pane says that it is gone") func dropped() {
        var visit = Visit.connected()
        visit.go(to: Fixture.customersName, kind: .table)
        visit.answer(Fixture.answer)
        visit.press("r")
        visit.answer { if case .description = $0 { .description(nil) } else { Fixture.answer($0) } }
        #expect(visit.line("e-mail") != nil)
        #expect(visit.line("the relation no longer exists") != nil)
    }

    @Test("the tab in view is filtered in a reader: what is typed is text and keeps the lines that hold it") func filteredTab() {
        var visit = Visit.connected()
        visit.go(to: Fixture.customersName, kind: .table)
        visit.answer(Fixture.answer)
        #expect(visit.state.focus == .describer)
        #expect(visit.line("region") != nil)
        visit.press("/")
        visit.type("e-mail q")
        visit.press("backspace backspace enter")
        guard case .reader(let reader) = visit.state.layers.last else {
            Issue.record("no reader was opened")
            return
        }
        #expect(reader.copy?.words == "the line")
        #expect(reader.copy?.text.hasPrefix("e-mail") == true)
        visit.press("esc esc")
        #expect(visit.state.layers.isEmpty)
    }

    @Test("1600 columns are walked without being built at each key") func wide() {
        var visit = Visit.connected(width: 80, height: 24)
        let columns = (1...1600).map { Column(number: $0, name: "column_\($0)", type: "integer", comment: "number \($0)") }
        let wide = RelationDescription(relation: Fixture.customersName, kind: .table, owner: "ncorrea", columns: columns)
        visit.go(to: Fixture.customersName, kind: .table)
        visit.answer { if case .description = $0 { .description(wide) } else { Fixture.answer($0) } }
        visit.press("G")
        #expect(visit.line("column_1600") != nil)
        #expect(visit.line("Columns 1600") != nil)
    }
}
