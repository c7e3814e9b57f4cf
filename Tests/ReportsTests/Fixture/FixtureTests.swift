import DemoCluster
import PostgresCatalog
import TestSupport
import Testing

@Suite("The fixture database")
struct FixtureTests {
    /// OIDs below are those of the catalog and its TOAST tables.
    private static let own = "oid >= 16384"

    private func ask(_ sql: String) throws -> [String] {
        let database = try Fixture.database()
        return try TestServer.shared().runSQL(sql, database: database).split(separator: "\n").map(String.init)
    }

    @Test("has relations of every kind and persistence")
    func kinds() throws {
        let kinds = try ask("SELECT DISTINCT relkind FROM pg_class WHERE \(Self.own)")
        #expect(Set(kinds) == Set(RelationKind.allCases.map { String($0.rawValue) }))
        #expect(try ask("SELECT DISTINCT relpersistence FROM pg_class WHERE \(Self.own) ORDER BY 1") == ["p", "t", "u"])
    }

    @Test("has what the server's version can hold and only some statement could bring about")
    func rarities() throws {
        let major = try TestServer.shared().majorVersion
        #expect(try ask("SELECT count(*) FROM pg_attribute WHERE attrelid = 'wide'::regclass AND attnum > 0") == ["1600"])
        #expect(try ask("SELECT count(*) FROM pg_inherits WHERE inhparent = 'many'::regclass") == ["1000"])
        #expect(try ask("SELECT count(*) > 0 FROM pg_index WHERE NOT indisvalid") == ["t"])
        #expect(try ask("SELECT count(*) > 0 FROM pg_trigger WHERE tgisinternal AND tgenabled = 'D'") == ["t"])
        #expect(try ask("SELECT count(*) FROM pg_class WHERE relname = 'twin'") == ["6"])
        if major >= 14 { #expect(try ask("SELECT count(*) FROM pg_inherits WHERE inhdetachpending") == ["1"]) }
        if major >= 15 { #expect(try ask("SELECT count(*) > 0 FROM pg_index WHERE indnullsnotdistinct") == ["t"]) }
        if major >= 18 { #expect(try ask("SELECT count(*) > 0 FROM pg_constraint WHERE NOT conenforced") == ["t"]) }
    }

    @Test("can be loaded a second time, beside itself, but for its relations")
    func surroundings() throws {
        _ = try Fixture.database()
        let cluster = try TestServer.shared()
        let second = try cluster.createDatabase("fixture_again")
        try Fixture.load(.surroundings, into: second, on: cluster)
        #expect(try cluster.runSQL("SELECT count(*) FROM pg_class WHERE \(Self.own)", database: second) == "0")
    }
}
