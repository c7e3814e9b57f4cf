import Dispatch
import PostgresCatalog
import Reports
import Synchronization
import TestSupport
import Testing

@Suite("A definition as SQL, restored into an empty database")
struct DefinitionTests {
    let fixture: RestoredFixture
    init() throws { fixture = try RestoredFixture.shared.get() }

    @Test("gives the same \\d+, for every relation of the fixture: temporary ones, TOAST tables and indexes as well")
    func everyRelation() throws {
        let (relations, copies) = (fixture.relations, fixture.copies)
        #expect(relations.compactMap(\.sql).flatMap(\.missing) == [])
        #expect(!copies.contains(nil))
        // Side by side: each takes psql half a minute.
        let names = [relations.map(\.description.relation), zip(relations, copies).map { $1 ?? $0.description.relation }]
        let printed = Mutex([Result<[String], any Error>?](repeating: nil, count: 2))
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            let result = Result { try [fixture.original, fixture.copy][place].printed(names[place]) }
            printed.withLock { $0[place] = result }
        }
        let texts = try printed.withLock { try $0.map { try #require($0).get() } }
        var equal = 0
        for (relation, texts) in zip(relations, zip(texts[0], texts[1])) {
            let (expected, found) = (relation.comparable(texts.0), relation.comparable(texts.1))
            guard expected != found || expected.isEmpty else {
                equal += 1
                continue
            }
            let sql = relation.sql?.text ?? "(none of its own)"
            Issue.record(
                "\(relation.description.relation)\nwas:\n\(expected.prefix(2000))\nis:\n\(found.prefix(2000))\nby:\n\(sql.prefix(2000))")
        }
        print(
            "definitions restored on PostgreSQL \(try fixture.original.cluster.majorVersion): \(equal) of \(relations.count) relations equal"
        )
        #expect(equal == relations.count)
        #expect(try fixture.original.rows("SELECT count(*) FROM pg_class WHERE oid >= 16384") == [String(relations.count)])
    }

    @Test("brings back what \\d+ does not tell: owners, privileges, comments, options, settings of columns", arguments: UntoldFact.allCases)
    func untold(fact: UntoldFact) throws {
        let (expected, found) = (try fixture.original.rows(fact.sql), try fixture.copy.rows(fact.sql))
        #expect(!expected.isEmpty)
        #expect(Set(expected).subtracting(found).sorted() == [])
        #expect(Set(found).subtracting(expected).sorted() == [])
    }

    @Test("gives the same \\d+ where only the relation is made again, by its own text alone, beside all others")
    func alone() throws {
        // Of a thousand equal partitions ten are as good as all.
        let restoring = RestoringAlone(fixture.relations.filter { $0.description.relation.name.firstMatch(of: /^many_\d\d[^0]/) == nil })
        var restored = 0
        for (relation, outcome) in zip(restoring.relations, try restoring.outcomes(in: fixture.original)) {
            guard let outcome else { continue }
            let (before, after) = (
                relation.comparableWithoutPublications(outcome.before), relation.comparableWithoutPublications(outcome.after)
            )
            restored += 1
            #expect(before == after, "\(relation.description.relation) by:\n\(relation.sql?.text.prefix(2000) ?? "")")
        }
        print("definitions restored alone: \(restored); others stand on \(restoring.relations.count - restored)")
        #expect(restored > 200)
    }

    @Test("an index's own definition is in its table's")
    func indexes() {
        let tables = Dictionary(uniqueKeysWithValues: fixture.relations.map { ($0.description.relation.oid, $0) })
        var count = 0
        for index in fixture.relations {
            guard let table = index.description.indexedTable, let definition = index.sql else { continue }
            let statements = Set(definition.statements.map(\.text))
            #expect(statements.subtracting(tables[table.oid]?.sql?.statements.map(\.text) ?? []) == [])
            count += 1
        }
        #expect(count > 100)
    }
}
