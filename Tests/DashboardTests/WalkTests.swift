import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("Walking from the keyboard") struct WalkTests {
    @Test("the list of databases is asked as soon as the link is there, and its sizes one after the other") func databases() {
        var visit = Visit()
        visit.begin()
        #expect(visit.questions.isEmpty)
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.questions == [.databases, .schemas(database: "1245")])
        visit.answer { if case .databases = $0 { .databases(Fixture.databases) } else { nil } }
        #expect(visit.questions.filter { if case .databaseSize = $0 { true } else { false } }.count == 1)
        visit.answer { if case .databaseSize = $0 { Fixture.answer($0) } else { nil } }
        #expect(visit.screen.contains { $0.contains("1245") && $0.contains("51 GB") })
        #expect(visit.screen.contains { $0.contains("nomina") && $0.contains("no CONNECT") })
    }

    @Test("one size that fails leaves the others") func failedSize() {
        var visit = Visit()
        visit.begin()
        visit.receive(.link(.ready(Fixture.server)))
        visit.answer { if case .databases = $0 { .databases(Fixture.databases) } else { nil } }
        visit.fail(PostgresError(.server, "canceling statement due to statement timeout", sqlState: "57014")) {
            if case .databaseSize = $0 { true } else { false }
        }
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("1245") && $0.contains(" ?") })
        #expect(visit.screen.contains { $0.contains("2207") && $0.contains("32 GB") })
    }

    @Test("a closed database is not entered and says why") func closed() {
        var visit = Visit.connected()
        visit.press("j j enter")
        #expect(visit.hintLine.contains("no CONNECT on nomina: its owner ncorrea can GRANT CONNECT ON DATABASE nomina"))
        #expect(visit.state.tree.database == "1245")
    }

    @Test("entering another database drops what was asked of the old one") func enter() {
        var visit = Visit.connected()
        visit.press("tab l")
        #expect(visit.questions.contains { if case .relations("1245", _, _) = $0 { true } else { false } })
        visit.press("S-tab j enter")
        #expect(visit.questions == [.schemas(database: "2207")])
        #expect(visit.state.focus == .tree)
    }

    @Test("the describer asks after a rest, first what cannot block") func rest() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j")
        visit.wait(.milliseconds(79))
        #expect(visit.questions.isEmpty)
        visit.wait(.milliseconds(2))
        #expect(visit.questions == [.description(database: "1245", relation: OID(20001), kind: .table)])
        visit.wait(.milliseconds(600))
        #expect(visit.questions.contains(.definitions(database: "1245", relation: OID(20001), kind: .table)))
    }

    @Test("a relation that is passed over is never asked, and one left is cancelled") func passedOver() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j")
        visit.wait(.milliseconds(100))
        #expect(visit.questions == [.description(database: "1245", relation: OID(20002), kind: .table)])
        visit.press("j")
        #expect(visit.questions.isEmpty)
    }

    @Test("enter asks everything at once and goes to the describer") func enterDescribes() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j enter")
        #expect(visit.state.focus == .describer)
        #expect(
            visit.questions == [
                .description(database: "1245", relation: OID(20002), kind: .table),
                .definitions(database: "1245", relation: OID(20002), kind: .table),
            ])
        visit.press("esc")
        #expect(visit.state.focus == .tree)
    }

    @Test("what was described a moment ago is shown at once and not asked again") func remembered() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j")
        visit.wait(.seconds(1))
        visit.answer(Fixture.answer)
        visit.press("j k")
        #expect(visit.screen.contains { $0.contains("Columns 4") })
        visit.wait(.milliseconds(300))
        #expect(visit.questions.isEmpty)
    }

    @Test("partitions hang under their parent") func partitions() {
        var visit = Visit.connected()
        visit.press("tab j l")
        visit.answer(Fixture.answer)
        #expect(!visit.screen.contains { $0.contains("pedidos_2024") })
        visit.press("j j l")
        let parent = visit.screen.firstIndex { $0.contains("▾ pedidos") }
        let child = visit.screen.firstIndex { $0.contains("pedidos_2024") }
        #expect(parent != nil && child == parent.map { $0 + 1 })
        visit.press("j h")
        #expect(visit.state.tree.selectedRelation?.relation.name == "pedidos")
    }

    @Test("a filter shows matches with what they hang from, opens schemas not opened yet, and esc gives all back") func filter() {
        var visit = Visit.connected()
        visit.press("tab /")
        visit.answer(Fixture.answer)
        visit.type("ORD")
        visit.press("enter")
        let rows = visit.state.tree.rows.compactMap { row in
            if case .relation(let key, let index, _) = row { visit.state.tree.relation(key, index)?.name } else { nil }
        }
        #expect(rows == ["orders", "recent_orders"])
        #expect(visit.state.tree.selectedRelation?.relation.name == "orders")
        visit.press("n")
        #expect(visit.state.tree.selectedRelation?.relation.name == "recent_orders")
        visit.press("n")
        #expect(visit.state.tree.selectedRelation?.relation.name == "orders")
        visit.press("esc")
        #expect(!visit.state.tree.filter.isActive)
    }

    @Test("letters typed into a filter are text: q does not quit") func typing() {
        var visit = Visit.connected()
        visit.press("tab / q")
        #expect(!visit.takeEffects().contains { if case .quit = $0 { true } else { false } })
        #expect(visit.state.tree.filter.text == "q")
    }

    @Test("pasted text goes into a text field and nowhere else") func paste() {
        var visit = Visit.connected()
        let before = visit.state
        visit.receive(.paste("qqq\n?z"))
        #expect(visit.state.layers.isEmpty && visit.state.focus == before.focus && !visit.state.isZoomed)
        #expect(!visit.takeEffects().contains { if case .quit = $0 { true } else { false } })
        visit.press("/")
        visit.receive(.paste("12\n"))
        #expect(visit.state.databases.filter.text == "12")
    }

    @Test("sorting by size puts the largest first and keeps the cursor on its row") func sort() {
        var visit = Visit.connected()
        visit.press("j j j")
        #expect(visit.state.databases.selected?.name == "postgres")
        visit.press("s")
        #expect(visit.state.databases.rows.map(\.name) == ["1245", "2207", "postgres", "nomina", "template0"])
        #expect(visit.state.databases.selected?.name == "postgres")
    }

    @Test("y copies the name as SQL would need it") func copy() {
        var visit = Visit.connected()
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j y")
        let copied = visit.takeEffects().compactMap { if case .copy(let text) = $0 { text } else { nil } }
        #expect(copied == ["public.orders"])
        #expect(visit.hintLine.contains("copied public.orders"))
    }

    @Test("an action that can do nothing says why") func disabled() {
        var visit = Visit.connected()
        visit.press("n")
        #expect(visit.hintLine.contains("no filter is set here"))
        visit.press("]")
        #expect(visit.hintLine.contains("select a relation first"))
    }

    @Test("a press of the mouse selects, a double press opens, the wheel scrolls") func mouse() {
        var visit = Visit.connected()
        visit.receive(.mouse(MouseEvent(.press, at: Point(x: 5, y: 2))))
        #expect(visit.state.databases.selected?.name == "2207")
        visit.receive(.mouse(MouseEvent(.doublePress, at: Point(x: 5, y: 2))))
        #expect(visit.state.tree.database == "2207")
        visit.answer(Fixture.answer)
        visit.receive(.mouse(MouseEvent(.wheelDown, at: Point(x: 5, y: 12))))
        #expect(visit.state.focus == .tree)
    }

    @Test("100,000 relations in one schema are walked by position") func many() {
        var visit = Visit.connected()
        visit.press("tab l")
        let tables = (0..<100_000).map { Fixture.table(UInt32(100_000 + $0), "t\($0)") }
        visit.answer { if case .relations = $0 { .relations(tables) } else { nil } }
        visit.press("G k k k k")
        #expect(visit.state.tree.rows.count == 100_000 + 5)
        visit.press("g PgDn")
        #expect(visit.screen.contains { $0.contains(" t30 ") })
    }

    @Test("dropping the filter keeps the cursor on what was found, its branch opened") func keepsFound() {
        var visit = Visit.connected()
        visit.press("tab /")
        visit.answer(Fixture.answer)
        visit.type("2024")
        visit.press("enter esc")
        #expect(visit.state.tree.selectedRelation?.relation.name == "pedidos_2024")
        #expect(visit.screen.contains { $0.contains("▾ ventas") })
    }

    @Test("the whole row of the describer is a key away, nothing cut; enter does the same where the row leads nowhere")
    func rowDetail() {
        var visit = Visit.connected(width: 80, height: 24)
        visit.press("tab l")
        visit.answer(Fixture.answer)
        visit.press("j j j enter 3")
        visit.answer(Fixture.answer)
        #expect(!visit.screen.contains { $0.contains("FOREIGN KEY (customer) REFERENCES customers(id)") })
        visit.press("v")
        #expect(visit.screen.contains { $0.contains("FOREIGN KEY (customer) REFERENCES customers(id)") })
        visit.press("esc")
        #expect(visit.state.layers.isEmpty)
        visit.press("j enter")
        #expect(visit.screen.contains { $0.contains("CHECK (total >= 0)") })
        #expect(visit.state.layers.count == 1)
    }

    @Test("n with a filter that matches nothing says so") func noMatch() {
        var visit = Visit.connected()
        visit.press("tab /")
        visit.answer(Fixture.answer)
        visit.type("zzz")
        visit.press("enter n")
        #expect(visit.hintLine.contains("nothing matches zzz"))
    }

    @Test("a schema that was collapsed stays so when its list is asked again") func staysCollapsed() {
        var visit = Visit()
        visit.begin()
        visit.receive(.link(.ready(Fixture.server)))
        let only: (Question) -> Answer? = { question in
            if case .schemas = question { .schemas([Fixture.schemas[0]]) } else { Fixture.answer(question) }
        }
        visit.answer(only)
        #expect(visit.screen.contains { $0.contains("▾ public") })
        visit.press("tab h r")
        visit.answer(only)
        #expect(visit.screen.contains { $0.contains("▸ public") })
    }
}
