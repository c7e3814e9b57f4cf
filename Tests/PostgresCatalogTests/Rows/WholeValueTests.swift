import PostgresCatalog
import PostgresClient
import Testing

@Suite("A value in full") struct WholeValueTests {
    private static let world = """
        CREATE TABLE keyed (id integer, k text, v text, b bytea, j json, PRIMARY KEY (id, k));
        INSERT INTO keyed SELECT n, 'k', repeat('é', 400000 * n), decode(repeat('00ff', 10000), 'hex'), to_json(repeat('j', 5000)) FROM generate_series(1, 2) n;
        CREATE TABLE bare AS SELECT * FROM keyed; CREATE VIEW v AS SELECT * FROM keyed;
        CREATE TABLE parts (n integer, v text) PARTITION BY LIST (n); CREATE TABLE p1 PARTITION OF parts FOR VALUES IN (1);
        CREATE TABLE p2 PARTITION OF parts FOR VALUES IN (2); INSERT INTO parts SELECT n, repeat(n::text, 3000) FROM generate_series(1, 2) n;
        """

    @Test("is found by the key, by its place on disk, or by its place in the page", arguments: ["keyed", "bare", "v"])
    func found(_ relation: String) throws {
        let scene = try RowsScene(Self.world)
        #expect(try scene.value("v", of: 0, relation) == .value(Datum(String(repeating: "é", count: 400_000))))
        #expect(try scene.value("b", of: 0, relation) == .value(Datum(String(repeating: "00ff", count: 10_000))))
        #expect(try scene.value("j", of: 1, relation) == .value(Datum("\"" + String(repeating: "j", count: 5000) + "\"")))
    }

    @Test("is itself cut beyond a megabyte, with its length") func cap() throws {
        let scene = try RowsScene(Self.world)
        guard case .value(let value?) = try scene.value("v", of: 1, "keyed") else { throw RowsScene.Gone() }
        #expect(value.wholeLength == 1_600_000)
        #expect(value.text.utf8.count == WholeValueQuery.bytes)
    }

    @Test("of two partitions' rows at the same place on disk is the right one") func partitions() throws {
        let scene = try RowsScene(Self.world)
        for row in 0..<2 {
            #expect(try scene.value("v", of: row, "parts") == .value(Datum(String(repeating: "\(row + 1)", count: 3000))))
        }
    }

    @Test("of a row that has gone says so") func gone() throws {
        let scene = try RowsScene(Self.world)
        let source = try scene.source("keyed")
        let query = WholeValueQuery(source, source.columns[2], of: .key(["7", "k"]))
        let found = try scene.run { connection in try await connection.ask(query, limits: .rows).get() }
        #expect(found == .noRow)
    }
}
