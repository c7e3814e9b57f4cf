import PostgresCatalog
import PostgresClient
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

    @Test("Y copies a constraint trigger as the trigger that it is, and a foreign column with its options")
    func constraintTriggerAndForeignColumn() {
        var visit = Visit.connected()
        let name = Fixture.customersName
        let made = "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON public.customers DEFERRABLE FOR EACH ROW EXECUTE FUNCTION check_late()"
        var found = RelationDescription(relation: name, kind: .foreignTable, owner: "ncorrea")
        found.columns = [Column(number: 1, name: "b", type: "text", collationText: "\"C\"", foreignOptions: "column_name 'A b'")]
        found.constraints = [
            Constraint(
                oid: OID(9), name: "late", kind: .trigger, columns: [], definition: "TRIGGER DEFERRABLE INITIALLY DEFERRED", relation: name)
        ]
        found.triggers = [
            Trigger(
                oid: OID(8), name: "late", timing: .after, events: [.insert], isForEachRow: true,
                function: FunctionName(oid: OID(7), schema: "public", name: "check_late"), definition: made)
        ]
        let description = found
        visit.go(to: name, kind: .foreignTable)
        visit.answer {
            switch $0 {
            case .description: .description(description)
            case .definitions: .definitions(RelationDefinitions(), unavailable: nil)
            default: Fixture.answer($0)
            }
        }
        #expect(copied("1 Y", in: &visit) == "b text OPTIONS (column_name 'A b') COLLATE \"C\"")
        #expect(copied("3 Y", in: &visit) == made + ";")
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
