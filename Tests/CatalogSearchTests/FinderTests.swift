import PostgresCatalog
import PostgresClient
import Testing

@testable import CatalogSearch

@Suite("Finding in a catalog") struct FinderTests {
    let shop: SmallCatalog = {
        var shop = SmallCatalog()
        shop.add("pg_catalog", "pg_class", columns: ["oid", "relname"])
        shop.add("public", "customers", columns: ["id", "name"])
        shop.add("public", "orders", columns: ["id", "customer", "total"])
        shop.add("public", "orders_pkey", .index)
        shop.add("ventas", "orders_2024", columns: ["id", "customer"])
        shop.add("ventas", "pedidos", columns: ["id", "orders"])
        shop.addFunction("public", "order_total", "integer")
        shop.addFunction("pg_catalog", "lower", "text")
        return shop
    }()

    @Test("nothing typed finds all, relations first") func nothing() {
        #expect(shop.find("").count == shop.index.count)
        #expect(shop.find("").first == "public.orders")
    }

    @Test("the whole name comes first, then what begins with it, then the rest") func order() {
        #expect(
            shop.find("orders") == [
                "public.orders", "ventas.pedidos.orders", "ventas.orders_2024", "public.orders_pkey",
            ])
    }

    @Test(
        "within quotes a name is found as SQL writes it, with its spaces and dots, also while it is typed",
        arguments: ["\"Mixed Case\"", "\"Mixed Ca", "ventas.\"Mixed Case\"", "\"a.b \"\"c\"\"\"", "ventas.\"a.b\""])
    func quoted(_ text: String) {
        var catalog = SmallCatalog()
        catalog.add("ventas", "Mixed Case")
        catalog.add("ventas", "a.b \"c\"")
        catalog.add("ventas", "other")
        #expect(catalog.find(text) == ["ventas." + (text.contains("Mixed") ? "Mixed Case" : "a.b \"c\"")])
    }

    @Test("a table does not bring its columns along") func noFlood() {
        #expect(shop.find("customers") == ["public.customers"])
    }

    @Test("words all have to match, one of them the thing's own name") func words() {
        #expect(shop.find("orders cust") == ["public.orders.customer", "ventas.orders_2024.customer"])
        #expect(shop.find("ventas ord").first == "ventas.orders_2024")
        #expect(!shop.find("ventas ord").contains("public.orders"))
        #expect(shop.find("public ventas") == [])
    }

    @Test("a path with dots names schema, table and column in turn") func paths() {
        #expect(shop.find("public.orders.cust") == ["public.orders.customer"])
        #expect(shop.find("orders.cust") == ["public.orders.customer", "ventas.orders_2024.customer"])
        #expect(shop.find("vent.ord") == ["ventas.orders_2024"])
        #expect(shop.find("public.order_total") == ["public.order_total"])
        #expect(shop.find("1245.public.orders.id") == ["public.orders.id"])
        #expect(shop.find("a.b.c.d.e") == [])
    }

    @Test("an empty part of a path is anything: the columns of a table") func emptyParts() {
        #expect(
            Set(shop.find("orders.", .columns)) == [
                "public.orders.id", "public.orders.customer", "public.orders.total", "ventas.orders_2024.id", "ventas.orders_2024.customer",
            ])
        #expect(shop.find(".total") == ["public.orders.total", "public.order_total"])
        #expect(shop.find(".") == shop.find(""))
    }

    @Test("the scope leaves relations, columns or functions alone") func scopes() {
        #expect(shop.find("ord", .functions) == ["public.order_total"])
        #expect(shop.find("orders", .columns) == ["ventas.pedidos.orders"])
        #expect(!shop.find("or", .relations).contains("public.order_total"))
    }

    @Test("the server's own come after a user's, but its exact names before vague ones") func system() {
        var catalog = SmallCatalog()
        catalog.add("pg_catalog", "pg_class")
        catalog.add("public", "pg_class_old")
        catalog.add("public", "page_glass")
        #expect(catalog.find("pg_class") == ["public.pg_class_old", "pg_catalog.pg_class"])
        catalog.add("public", "pxg_cxlass")
        #expect(catalog.find("pg_class").last == "public.pxg_cxlass")
    }

    @Test("among equals the shorter name comes first, then the alphabet decides") func equals() {
        var catalog = SmallCatalog()
        for name in ["tab_b", "tab_long", "tab_a"] { catalog.add("public", name) }
        #expect(catalog.find("tab") == ["public.tab_a", "public.tab_b", "public.tab_long"])
    }

    @Test("what a database is called tells two of the same name apart") func databases() {
        var catalog = SmallCatalog("here")
        catalog.add("public", "orders")
        catalog.begin("there")
        catalog.add("public", "orders", columns: ["id"])
        #expect(catalog.find("orders").count == 2)
        #expect(catalog.find("there orders") == ["public.orders"])
        #expect(catalog.find("there.public.orders.id") == ["public.orders.id"])
    }

    @Test("letter by letter and in small steps it finds what one search of the whole text does") func narrowing() {
        for text in ["orders cust", "public.ord", "Id", "order_total", "ventas ped"] {
            for budget in [1, 7, 10_000] {
                var finder = CatalogFinder()
                for end in text.indices {
                    finder.look(for: FuzzyPattern(String(text[...end])), scope: .all)
                    // Typed faster than the search goes.
                    _ = finder.advance(over: shop.index, budget: budget)
                }
                while !finder.advance(over: shop.index, budget: budget) {}
                #expect(shop.paths(finder) == shop.find(text), "\(text) by \(budget)")
                finder.look(for: FuzzyPattern(String(text.dropLast(2))), scope: .all)
                while !finder.advance(over: shop.index, budget: budget) {}
                #expect(shop.paths(finder) == shop.find(String(text.dropLast(2))))
            }
        }
    }

    @Test("what comes in while a search stands is found by its next step") func streaming() {
        var catalog = SmallCatalog()
        var finder = CatalogFinder(FuzzyPattern("order"))
        let isDone = finder.advance(over: catalog.index, budget: 100)
        #expect(isDone && finder.matches == 0)
        catalog.add("public", "customers")
        catalog.add("public", "orders", columns: ["id", "reorder"])
        while !finder.advance(over: catalog.index, budget: 3) {}
        #expect(catalog.paths(finder) == ["public.orders", "public.orders.reorder"])
        #expect(finder.matches == 2)
    }

    @Test("of many only the best are kept, all are counted") func many() {
        var catalog = SmallCatalog()
        for number in 0..<1200 { catalog.add("public", "t\(number)") }
        var finder = CatalogFinder(FuzzyPattern("t"))
        while !finder.advance(over: catalog.index, budget: 10_000) {}
        #expect(finder.matches == 1200)
        let kept = finder.findings(in: catalog.index)
        #expect(kept.count == BestFindings.limit)
        #expect(Array(catalog.paths(finder).prefix(11)) == (0...10).map { "public.t\($0)" })
    }

    @Test("a name is kept once however often it occurs") func interning() {
        var catalog = SmallCatalog()
        for number in 0..<2000 { catalog.add("public", "t\(number)", columns: ["id", "created_at"]) }
        #expect(catalog.index.names.count == 2000 + 4)
        #expect(catalog.index.count == 6000)
    }

    @Test("columns of a relation that was not read are passed over") func unknownRelation() {
        var index = NameIndex()
        index.begin("1245")
        index.add([CatalogRelation(oid: OID(10), schema: "public", name: "t", kind: .table)])
        index.add([CatalogColumns(relation: OID(9), names: ["a"]), CatalogColumns(relation: OID(10), names: ["b"])])
        #expect(index.count == 2)
    }
}
