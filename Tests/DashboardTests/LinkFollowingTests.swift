import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("From relation to relation") struct LinkFollowingTests {
    private func selected(_ visit: Visit) -> String? { visit.state.tree.selectedRelation?.relation.name }

    @Test("enter on a foreign key goes to the table it points at, the tree's cursor with it, and backspace returns to the row")
    func foreignKey() {
        var visit = Visit.describing(20002)
        visit.press("3")
        #expect(visit.hintLine.contains("enter to customers"))
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.relation?.relation.name == "customers")
        #expect(selected(visit) == "customers")
        #expect(visit.state.focus == .describer)
        #expect(visit.hintLine.contains("backspace to orders"))
        visit.press("1 j j")
        visit.press("backspace")
        #expect(visit.state.describer.relation?.relation.name == "orders")
        #expect(visit.state.describer.tab == .constraints)
        #expect(selected(visit) == "orders")
        #expect(visit.hintLine.contains("enter to customers"))
    }

    @Test("enter on a column with a foreign key goes along it, v shows all of the row, and backspace returns") func columnWithForeignKey() {
        var visit = Visit.describing(20002)
        visit.press("1 j")
        #expect(visit.hintLine.contains("enter to customers"))
        visit.press("v")
        #expect(visit.line("-> customers") != nil)
        #expect(visit.state.describer.relation?.relation.name == "orders")
        visit.press("esc enter")
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.relation?.relation.name == "customers")
        visit.press("backspace")
        #expect(visit.state.describer.relation?.relation.name == "orders")
        #expect(visit.state.describer.window.cursor == 1)
        visit.press("k enter")
        #expect(visit.state.layers.count == 1)
    }

    @Test("enter on a referencing table goes there") func referencedBy() {
        var visit = Visit.describing(20001)
        visit.press("3 G")
        #expect(visit.line("<- orders") != nil)
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.relation?.relation.name == "orders")
    }

    @Test("a link into a schema that was not opened yet opens it") func otherSchema() {
        var visit = Visit.connected()
        #expect(visit.state.tree.expandedSchemas.isEmpty)
        visit.go(to: Fixture.pedidos2024.relation, kind: .table)
        #expect(visit.questions.contains(.relations(database: "1245", schema: OID(3000), kinds: [.table, .partitionedTable])))
        visit.answer(Fixture.answer)
        // A partition: its parent is opened as well.
        #expect(selected(visit) == "pedidos_2024")
        #expect(visit.line("▾ ventas") != nil)
    }

    @Test("partitions lead to their parent and back down") func partitions() {
        var visit = Visit.describing(30002)
        visit.press("6 enter")
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.relation?.relation.name == "pedidos")
        #expect(visit.state.describer.relation?.relation.kind == .partitionedTable)
        #expect(visit.state.describer.tab == .partitions)
        visit.press("j enter")
        visit.answer(Fixture.answer)
        #expect(selected(visit) == "pedidos_2024")
        visit.press("backspace backspace")
        #expect(selected(visit) == "pedidos_2024")
        #expect(visit.state.describer.history.count == 0)
    }

    @Test("a sequence leads to the table of its column") func sequence() {
        var visit = Visit.describing(30009)
        #expect(selected(visit) == "pedidos_id_seq")
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(selected(visit) == "pedidos")
    }

    @Test("where the kind could not be known, the description corrects it and the tree's cursor follows") func kind() {
        var visit = Visit.describing(21201)
        visit.press("2 g enter")
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.relation?.relation.kind == .materializedView)
        #expect(selected(visit) == "totals")
    }

    @Test("a filter that would hide the target is dropped") func filter() {
        var visit = Visit.describing(20002)
        visit.press("S-tab /")
        visit.type("orders")
        visit.press("enter tab 3 enter")
        visit.answer(Fixture.answer)
        #expect(!visit.state.tree.filter.isActive)
        #expect(selected(visit) == "customers")
    }

    @Test("a target that was dropped says so, and the way back is open") func dropped() {
        var visit = Visit.describing(20001)
        visit.press("3 j enter")
        visit.answer(Fixture.answer)
        #expect(visit.line("the relation no longer exists") != nil)
        visit.press("backspace")
        #expect(visit.state.describer.relation?.relation.name == "customers")
    }

    @Test("backspace without a link followed says so") func nowhere() {
        var visit = Visit.connected()
        visit.press("backspace")
        #expect(visit.hintLine.contains("no link was followed"))
    }

    @Test("a link goes to another database when it lies there") func otherDatabase() {
        var visit = Visit.describing(20002)
        _ = visit.takeEffects()
        visit.go(to: Fixture.customersName, kind: .table, in: "2207")
        #expect(visit.state.tree.database == "2207")
        visit.answer(Fixture.answer)
        #expect(selected(visit) == "customers")
        visit.press("backspace")
        visit.answer(Fixture.answer)
        #expect(visit.state.tree.database == "1245")
        #expect(selected(visit) == "orders")
    }
}
