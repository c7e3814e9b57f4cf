import PostgresCatalog
import Terminal
import Testing

@testable import Dashboard

@Suite("Copying") struct CopyingTests {
    /// What a key put on the clipboard.
    private func copied(_ keys: String, in visit: inout Visit) -> String? {
        _ = visit.takeEffects()
        visit.press(keys)
        return visit.takeEffects().compactMap { if case .copy(let text) = $0 { text } else { nil } }.last
    }

    @Test(
        "y copies the name of the row's object, qualified where SQL allows it and quoted where it has to be",
        arguments: [
            ("1 j y", "\"e-mail\""), ("2 j y", "public.\"customers_e-mail\""), ("3 G y", "orders_customer_fkey"), ("4 y", "audit"),
            ("5 G y", "no_future"), ("6 y", "public.parties"),
        ])
    func names(keys: String, expected: String) {
        var visit = Visit.describing(20001)
        #expect(copied(keys, in: &visit) == expected)
        #expect(visit.hintLine.contains("copied \(expected)"))
    }

    @Test(
        "Y copies the definition of the row's object as a statement",
        arguments: [
            ("1 j j Y", "since timestamp with time zone DEFAULT now() NOT NULL"),
            ("2 g Y", "CREATE UNIQUE INDEX customers_pkey ON public.customers USING btree (id);"),
            (
                "3 j Y",
                "ALTER TABLE public.customers ADD CONSTRAINT customers_region_fkey "
                    + "FOREIGN KEY (region) REFERENCES ventas.regiones(id) NOT VALID;"
            ),
            (
                "5 j j Y",
                "GRANT UPDATE (\"e-mail\") ON public.customers TO lectura;\n"
                    + "GRANT SELECT (\"e-mail\") ON public.customers TO lectura WITH GRANT OPTION;"
            ),
            (
                "5 G k Y",
                "CREATE POLICY \"own rows\" ON public.customers\n  FOR SELECT\n  TO lectura, auditor\n"
                    + "  USING (((\"e-mail\")::text = CURRENT_USER));"
            ),
        ])
    func definitions(keys: String, expected: String) {
        var visit = Visit.describing(20001)
        #expect(copied(keys, in: &visit) == expected)
        #expect(visit.hintLine.contains("copied the definition of"))
    }

    @Test("y in the whole row copies each fact in one line") func wholeRow() {
        var visit = Visit.describing(20001, width: 80, height: 24)
        let text = copied("2 j v y", in: &visit)
        #expect(text?.contains("Kind\n  INVALID, unique, nulls not distinct, partial, replica identity\n\n") == true)
        #expect(
            text?.contains("(lower((\"e-mail\")::text)) INCLUDE (since) NULLS NOT DISTINCT TABLESPACE fast WHERE (year > 2000)\n") == true)
    }

    @Test("Y on a view's text copies the view, and says how much that is") func view() {
        var visit = Visit.describing(20009)
        let text = copied("5 Y", in: &visit)
        #expect(text?.hasPrefix("CREATE VIEW public.recent_orders AS\n SELECT id,") == true)
        #expect(visit.hintLine.contains("copied the definition of public.recent_orders: 205 lines, "))
    }

    @Test("more than a terminal takes is not copied, and the hint line says so") func tooLong() {
        var visit = Visit.connected()
        visit.go(to: Fixture.recentOrders.relation, kind: .view)
        var found = RelationDefinitions()
        found.viewDefinition = String(repeating: "SELECT 1 UNION ALL\n", count: 5_000)
        visit.answer { if case .definitions = $0 { .definitions(found, unavailable: nil) } else { Fixture.answer($0) } }
        #expect(copied("5 Y", in: &visit) == nil)
        #expect(visit.hintLine.contains("not copied"))
    }

    @Test("what has no definition says so") func none() {
        var visit = Visit.connected()
        visit.press("Y")
        #expect(visit.hintLine.contains("no definition to copy"))
    }
}
