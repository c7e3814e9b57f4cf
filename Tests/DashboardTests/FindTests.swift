import CatalogSearch
import PostgresCatalog
import PostgresClient
import Terminal
import Testing

@testable import Dashboard

@Suite("Finding anything") struct FindTests {
    /// What the list shows, as far as its left part.
    private func list(_ visit: Visit) -> [String] {
        let area = visit.state.findLayout.list
        return visit.screen[area.y..<area.maxY].map { line in
            String(line.dropFirst(area.x).prefix(area.width).split(separator: "  ").first ?? "").trimmed
        }.filter { !$0.isEmpty }
    }

    private var everythingRead: Visit {
        var visit = Visit.connected()
        visit.press("^p")
        visit.answer(Fixture.answer)
        return visit
    }

    @Test("the catalog is asked for slice by slice, relations first, and not before the overlay is open") func reading() {
        var visit = Visit.connected()
        func asked() -> [Question] { visit.questions.filter { if case .names = $0 { true } else { false } } }
        #expect(asked().isEmpty)
        visit.press("^p")
        #expect(asked() == [.names(database: "1245", .relations, CatalogSlice(after: OID(0), limit: 5000))])
        let full = (1...5000).map { CatalogRelation(oid: OID(UInt32($0)), schema: "public", name: "t\($0)", kind: .table) }
        visit.answer { if case .names(_, .relations, let slice) = $0, slice.after == OID(0) { .relationNames(full) } else { nil } }
        #expect(asked() == [.names(database: "1245", .relations, CatalogSlice(after: OID(5000), limit: 5000))])
        visit.answer { if case .names(_, .relations, _) = $0 { .relationNames([]) } else { nil } }
        #expect(asked() == [.names(database: "1245", .functions, CatalogSlice(after: OID(0), limit: 2000))])
        visit.answer(Fixture.answer)
        #expect(asked().isEmpty)
        #expect(visit.state.find.isComplete)
    }

    @Test("letters are answered at once while the catalog still streams in") func streaming() {
        var visit = Visit.connected()
        visit.press("^p")
        visit.type("orders")
        #expect(list(visit) == ["nothing yet"])
        visit.answer { if case .names(_, .relations, _) = $0 { Fixture.answer($0) } else { nil } }
        #expect(list(visit) == ["public.orders", "public.recent_orders", "public.orders_pkey"])
        #expect(visit.screen[0].contains("3 of 9, still loading"))
        visit.press("backspace backspace backspace")
        visit.answer(Fixture.answer)
        #expect(list(visit).contains("public.order_total(integer, text)"))
        #expect(!visit.screen[0].contains("loading"))
    }

    @Test("enter on a relation closes the overlay, selects it in the tree and describes it") func relation() {
        var visit = everythingRead
        visit.type("ped_2024")
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(!visit.state.isFindOpen)
        #expect(visit.state.tree.selectedRelation?.relation.name == "pedidos_2024")
        #expect(visit.state.describer.relation?.relation.oid == OID(30002))
    }

    @Test("enter on a column puts the describer's cursor on it, when the description is there") func column() {
        var visit = everythingRead
        visit.type("orders.total")
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(visit.state.tree.selectedRelation?.relation.name == "orders")
        #expect(visit.state.describer.tab == .columns)
        #expect(visit.state.describer.window.cursor == 2)
        // Once: later answers leave the cursor alone.
        visit.press("k r")
        visit.answer(Fixture.answer)
        #expect(visit.state.describer.window.cursor == 1)
    }

    @Test("a function is read over the overlay, and esc goes back to what was found") func function() {
        var visit = everythingRead
        visit.type("order_t")
        visit.press("enter")
        #expect(visit.questions == [.function(database: "1245", function: OID(40001))])
        visit.answer(Fixture.answer)
        Golden.expect(visit, "function-120x40")
        visit.press("Y")
        guard case .copy(let text) = visit.takeEffects().last else { return #expect(Bool(false), "nothing was copied") as Void }
        #expect(text == "CREATE OR REPLACE FUNCTION public.order_total(...)")
        visit.press("esc")
        #expect(visit.state.isFindOpen)
        #expect(list(visit) == ["public.order_total(integer, text)"])
    }

    @Test("an aggregate shows its parts and says that it has no definition") func aggregate() {
        var visit = everythingRead
        visit.type("together")
        visit.press("enter")
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("transition") && $0.contains("int4pl") })
        visit.press("Y")
        #expect(visit.hintLine.contains("no definition"))
    }

    @Test("tab goes through the kinds, and what was typed stays") func kinds() {
        var visit = everythingRead
        visit.type("ord")
        visit.press("tab")
        #expect(list(visit) == ["public.orders", "public.recent_orders", "public.orders_pkey"])
        visit.press("tab")
        #expect(list(visit) == ["nothing matches"])
        visit.press("tab")
        #expect(list(visit) == ["public.order_total(integer, text)"])
        visit.press("S-tab S-tab")
        #expect(list(visit).count == 3)
    }

    @Test("esc closes it, the slice under way is cancelled, and opening again goes on there") func closing() {
        var visit = Visit.connected()
        visit.press("^p")
        visit.answer { if case .names(_, .relations, _) = $0 { Fixture.answer($0) } else { nil } }
        visit.press("esc")
        #expect(!visit.questions.contains { if case .names = $0 { true } else { false } })
        visit.press("^p")
        #expect(visit.questions.contains(.names(database: "1245", .functions, CatalogSlice(after: OID(0), limit: 2000))))
        #expect(visit.state.find.index.count == 9)
    }

    @Test("what was read is given up a while after closing, and at once when the database changes") func forgetting() {
        var visit = everythingRead
        visit.press("esc")
        visit.wait(.seconds(59))
        #expect(!visit.state.find.isEmpty)
        visit.wait(.seconds(2))
        #expect(visit.state.find.isEmpty)
        visit.press("^p")
        visit.answer(Fixture.answer)
        visit.press("esc j enter")
        #expect(visit.state.tree.database == "2207")
        #expect(visit.state.find.isEmpty)
    }

    @Test("one key widens it to all databases that may be entered, one after the other, and enter goes there") func allDatabases() {
        var visit = everythingRead
        visit.type("orders_")
        visit.press("^o")
        #expect(
            visit.questions.filter { if case .names = $0 { true } else { false } }
                == [.names(database: "2207", .relations, CatalogSlice(after: OID(16383), limit: 5000))])
        visit.answer(Fixture.answer)
        #expect(visit.state.find.index.databaseNames == ["1245", "2207", "postgres"])
        // What the server itself brought is told once.
        #expect(visit.state.find.index.count == 22 + 2 + 2)
        #expect(list(visit).prefix(2).allSatisfy { $0.hasSuffix("archive.orders_1999") })
        #expect(list(visit).first == "2207 archive.orders_1999")
        visit.press("enter")
        #expect(visit.state.tree.database == "2207")
        #expect(visit.state.describer.relation?.database == "2207")
        visit.press("^p")
        #expect(visit.screen[0].contains("all databases"))
        visit.press("^o")
        #expect(visit.state.find.reach == .database)
        #expect(visit.state.find.index.databaseNames == ["2207"])
    }

    @Test("a database that cannot be read is named with the reason, and the others are searched") func failure() {
        var visit = everythingRead
        visit.press("^o")
        visit.fail(PostgresError(.refusedByServer, "too many connections for role", sqlState: "53300")) {
            if case .names("2207", _, _) = $0 { true } else { false }
        }
        visit.answer(Fixture.answer)
        #expect(visit.screen.contains { $0.contains("2207: too many connections for role") })
        #expect(visit.state.find.isComplete)
        visit.type("letters")
        #expect(list(visit) == ["postgres archive.letters"])
    }

    @Test("without a link it searches what was read and says so; with it back the reading goes on") func lostLink() {
        var visit = Visit.connected()
        visit.press("^p")
        visit.answer { if case .names(_, .relations, _) = $0 { Fixture.answer($0) } else { nil } }
        visit.receive(.link(.waiting(Fixture.lost, until: visit.now + .seconds(4))))
        visit.type("orders")
        #expect(list(visit).first == "public.orders")
        #expect(visit.screen[0].contains("not all was read"))
        visit.receive(.link(.ready(Fixture.server)))
        #expect(visit.questions.contains(.names(database: "1245", .functions, CatalogSlice(after: OID(0), limit: 2000))))
        visit.answer(Fixture.answer)
        #expect(visit.state.find.isComplete)
    }

    @Test("the cursor stays on what it stands on while more comes in, and begins at the best when another text is typed") func cursor() {
        var visit = Visit.connected()
        visit.press("^p")
        visit.type("o")
        visit.answer { if case .names(_, .relations, _) = $0 { Fixture.answer($0) } else { nil } }
        visit.press("^n down ^p")
        func underCursor() -> FoundObject? {
            guard case .find(let overlay) = visit.state.layers.last else { return nil }
            return visit.state.find.index.object(visit.state.find.found[overlay.window.cursor])
        }
        let before = underCursor()
        visit.answer(Fixture.answer)
        #expect(underCursor() == before)
        visit.type("r")
        guard case .find(let overlay) = visit.state.layers.last else { return #expect(Bool(false)) as Void }
        #expect(overlay.window.cursor == 0)
    }

    @Test("letters are text there: q does not quit, and pasted text is searched for") func typing() {
        var visit = everythingRead
        visit.press("q")
        #expect(!visit.takeEffects().contains { if case .quit = $0 { true } else { false } })
        visit.press("backspace")
        visit.receive(.paste("orders.note\n"))
        #expect(list(visit) == ["public.orders.note"])
    }

    @Test("^r reads all anew") func again() {
        var visit = everythingRead
        visit.type("orders")
        visit.press("^r")
        #expect(visit.questions.contains(.names(database: "1245", .relations, CatalogSlice(after: OID(0), limit: 5000))))
        visit.answer(Fixture.answer)
        #expect(list(visit).first == "public.orders")
    }

    @Test("a large search goes on step by step without being waited for") func steps() {
        var visit = Visit.connected()
        visit.press("^p")
        for part in 0..<40 {
            let names = (0..<5000).map { number in
                CatalogRelation(
                    oid: OID(UInt32(1 + part * 5000 + number)), schema: "public", name: "letters_\(part)_\(number)", kind: .table)
            }
            visit.answer {
                if case .names(_, .relations, CatalogSlice(after: OID(UInt32(part * 5000)), limit: 5000)) = $0 {
                    .relationNames(names)
                } else {
                    nil
                }
            }
        }
        visit.type("39_4999")
        #expect(visit.state.find.isSearching)
        #expect(visit.state.nextWake == visit.now)
        var closed = visit
        closed.press("esc")
        #expect(closed.state.nextWake != closed.now)
        visit.wait(.zero)
        #expect(!visit.state.find.isSearching)
        #expect(list(visit) == ["public.letters_39_4999"])
    }

    @Test("sizes wait while names are read, also the one under way, and go on with it afterwards") func sizes() {
        var visit = Visit()
        visit.begin()
        visit.receive(.link(.ready(Fixture.server)))
        visit.answer { if case .databases = $0 { .databases(Fixture.databases) } else { nil } }
        func sizes() -> [Question] { visit.questions.filter { if case .databaseSize = $0 { true } else { false } } }
        let underWay = sizes()
        #expect(underWay.count == 1)
        visit.press("^p")
        #expect(sizes().isEmpty)
        visit.answer { if case .names = $0 { Fixture.answer($0) } else { nil } }
        #expect(sizes() == underWay)
    }

    @Test("the overlay on screens of all sizes", arguments: [(120, 40), (80, 24), (50, 14)]) func screens(width: Int, height: Int) {
        var visit = Visit.connected(width: width, height: height)
        visit.press("^p")
        visit.answer(Fixture.answer)
        visit.type("or")
        visit.press("down")
        Golden.expect(visit, "find-\(width)x\(height)")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "│" }.reversed().drop { $0 == " " || $0 == "│" }.reversed())
    }
}
