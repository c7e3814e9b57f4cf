import Dashboard
import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing
import Worker

@Suite("The worker reads the names of databases")
struct NamesTests {
    private static let world = """
        CREATE TABLE orders (id integer, total numeric);
        CREATE FUNCTION order_total(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
        """

    @Test("each part comes from the database it was asked of")
    func parts() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("named", running: Self.world)
        try await scene.connect()
        // After the server's own.
        let slice = CatalogSlice(after: OID(16383), limit: 100)
        guard case .relationNames(let relations) = try await scene.answer(to: .names(database: database, .relations, slice)),
            case .columnNames(let columns) = try await scene.answer(to: .names(database: database, .columns, slice)),
            case .functionNames(let functions) = try await scene.answer(to: .names(database: database, .functions, slice))
        else { throw Wrong.answer }
        #expect(relations.map(\.name) == ["orders"])
        #expect(columns.map(\.names) == [["id", "total"]])
        #expect(functions.map(\.name) == ["order_total"])
    }

    @Test("a function comes with its definition, and nothing for one that has gone")
    func function() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("functions", running: Self.world)
        try await scene.connect()
        let oid = OID(UInt32(try scene.cluster.runSQL("SELECT 'order_total'::regproc::oid", database: database)) ?? 0)
        guard case .function(let function?, unavailable: nil) = try await scene.answer(to: .function(database: database, function: oid))
        else { throw Wrong.answer }
        #expect(function.definition?.statement?.contains("order_total") == true)
        #expect(
            try await scene.answer(to: .function(database: database, function: OID(4_000_000_000))) == .function(nil, unavailable: nil))
    }

    @Test("reading the names of other databases leaves the session of the one browsed alone, and takes one more at most")
    func besideBrowsing() async throws {
        let scene = try WorkerScene()
        let browsed = try scene.cluster.createDatabase("browsed", running: Self.world)
        let others = try (1...3).map { _ in try scene.cluster.createDatabase("other") }
        try await scene.connect()
        _ = try await scene.schemas(of: browsed)
        func session() throws -> String {
            try scene.cluster.runSQL("SELECT pid FROM pg_stat_activity WHERE datname = '\(browsed)' AND usename = '\(scene.role)'")
        }
        let before = try session()
        var requests: [RequestID] = []
        for database in others + [browsed] + others {
            requests.append(scene.ask(.names(database: database, .relations, CatalogSlice(after: OID(0), limit: 50))))
            requests.append(scene.ask(.databaseSize(OID(1))))
        }
        for id in requests {
            _ = try await scene.outcome(of: id).get()
            #expect(try scene.sessions <= 3)
            #expect(try session().contains(before))
        }
        #expect(try await scene.schemas(of: browsed).contains("public"))
    }

    @Test("two databases browsed in turn go on while names are read")
    func browsingGoesOn() async throws {
        let scene = try WorkerScene()
        let databases = try (1...3).map { _ in try scene.cluster.createDatabase("turn") }
        try await scene.connect()
        for _ in 1...3 {
            let names = databases.map { scene.ask(.names(database: $0, .functions, CatalogSlice(after: OID(0), limit: 2000))) }
            for database in databases { #expect(try await scene.schemas(of: database).contains("public")) }
            for id in names { _ = try await scene.outcome(of: id).get() }
        }
        #expect(try scene.sessions <= 3)
    }
}
