import PostgresCatalog
import PostgresClient
import Reports
import Testing

@Suite("A description as CSV") struct DescriptionCSVTests {
    @Test("a constraint trigger is told once, as the trigger that it is") func constraintTrigger() {
        let name = RelationName(oid: OID(1), schema: "public", name: "t")
        var description = RelationDescription(relation: name, kind: .table, owner: "postgres")
        description.constraints = [
            Constraint(oid: OID(2), name: "late", kind: .trigger, columns: [], definition: "TRIGGER DEFERRABLE", relation: name),
            Constraint(oid: OID(3), name: "positive", kind: .check, columns: ["a"], definition: "CHECK (a > 0)", relation: name),
        ]
        description.triggers = [
            Trigger(
                oid: OID(4), name: "late", timing: .after, events: [.insert],
                function: FunctionName(oid: OID(5), schema: "public", name: "f"), definition: "CREATE CONSTRAINT TRIGGER late")
        ]
        var csv = DescriptionCSV()
        csv.append(description, RelationDefinitions())
        let lines = String(decoding: csv.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
        #expect(lines.count == 2)
        #expect(lines.filter { $0.contains("late") }.count == 1)
        #expect(lines.contains { $0.contains("CREATE CONSTRAINT TRIGGER late") })
    }
}
