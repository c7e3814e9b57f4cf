import Dashboard
import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing
import Worker

@Suite("The worker reads rows") struct RowsTests {
    private static let world = """
        CREATE TABLE orders (id integer PRIMARY KEY, total numeric); INSERT INTO orders SELECT n, n * 1.5 FROM generate_series(1, 500) n;
        CREATE VIEW endless AS SELECT pg_sleep(600)::text AS nothing;
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;
        """

    private func rows(_ scene: WorkerScene, _ question: Question) async throws -> RowsFound {
        guard case .rows(let found) = try await scene.answer(to: question) else { throw Wrong.answer }
        return found
    }

    @Test("a page, the one after it, and a value of it") func pages() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("rows", running: Self.world)
        try await scene.connect()
        let orders = try scene.oid(of: "orders", in: database)
        let first = try await rows(scene, .rows(database: database, relation: orders, RowsRequest()))
        let source = try #require(first.source)
        #expect(first.page?.rows.count == 200)
        guard case .key(let key)? = first.page?.rows.last?.locator else { throw Wrong.answer }
        let request = RowsRequest(source: source, position: .after(key))
        let second = try await rows(scene, .rows(database: database, relation: orders, request))
        #expect(second.source == source)
        #expect(second.page?.rows.first?.values == [Datum("201"), Datum("301.5")])
        let value = ValueRequest(source: source, column: source.columns[1], locator: .key(["7"]), shown: Datum("10.5"))
        #expect(try await scene.answer(to: .value(database: database, value)) == .value(.value(Datum("10.5"))))
    }

    @Test("a relation that was changed since the last page is read as it is now") func changed() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("rows", running: Self.world)
        try await scene.connect()
        let orders = try scene.oid(of: "orders", in: database)
        let before = try #require(try await rows(scene, .rows(database: database, relation: orders, RowsRequest())).source)
        try scene.cluster.runSQL("ALTER TABLE orders RENAME TO bills; ALTER TABLE bills DROP total, ADD paid boolean;", database: database)
        let request = RowsRequest(source: before, position: .after(["450"]))
        let after = try await rows(scene, .rows(database: database, relation: orders, request))
        #expect(after.page?.columns.map(\.name) == ["id", "paid"])
        #expect(after.page?.rows.first?.values == [Datum("451"), nil])
    }

    @Test("what stands in the way is told without a row being read") func obstacles() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("rows", running: Self.world + "REVOKE ALL ON orders FROM PUBLIC;")
        try scene.cluster.runSQL("ALTER ROLE \"\(scene.role)\" SUPERUSER")
        try await scene.connect()
        let endless = try scene.oid(of: "endless", in: database)
        let view = try await rows(scene, .rows(database: database, relation: endless, RowsRequest()))
        #expect(view.source?.wantsConsent == true && view.page == nil)
        try scene.cluster.runSQL("ALTER ROLE \"\(scene.role)\" NOSUPERUSER")
        let orders = try scene.oid(of: "orders", in: database)
        let shut = try await rows(scene, .rows(database: database, relation: orders, RowsRequest()))
        #expect(shut.source?.obstacle == .noSelect && shut.page == nil)
        try scene.cluster.runSQL("DROP TABLE orders", database: database)
        #expect(
            try await rows(scene, .rows(database: database, relation: orders, RowsRequest(source: view.source)))
                == RowsFound(source: nil, page: nil))
    }

    @Test("rows that take long delay no description, and a cancel ends them at the server") func slowLane() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("rows", running: Self.world)
        try await scene.connect()
        let endless = try scene.oid(of: "endless", in: database)
        let orders = try scene.oid(of: "orders", in: database)
        let sleeping = "SELECT count(*) FROM pg_stat_activity WHERE usename = '\(scene.role)' AND wait_event = 'PgSleep'"
        let reading = scene.ask(.rows(database: database, relation: endless, RowsRequest()))
        try await scene.eventually("the reading") { try scene.cluster.runSQL(sleeping) == "1" }
        // Answered while the rows are still being read, although both are of one database.
        guard case .description(let description?) = try await scene.answer(to: .description(database: database, relation: orders))
        else { throw Wrong.answer }
        #expect(description.relation.name == "orders")
        #expect(try scene.cluster.runSQL(sleeping) == "1")
        scene.worker.send(.cancel(reading))
        try await scene.eventually("the end of the reading") { try scene.cluster.runSQL(sleeping) == "0" }
        // The session goes on: the next rows come over it.
        #expect(try await rows(scene, .rows(database: database, relation: orders, RowsRequest())).page?.rows.count == 200)
        #expect(try scene.sessions <= 3)
    }

    @Test("rows of one database after another take one session, and leave one for what is browsed") func severalDatabases() async throws {
        let scene = try WorkerScene()
        let databases = try (0..<3).map { _ in try scene.cluster.createDatabase("rows", running: Self.world) }
        try await scene.connect()
        let sleeping = "SELECT count(*) FROM pg_stat_activity WHERE usename = '\(scene.role)' AND wait_event = 'PgSleep'"
        let endless = try databases.map { try scene.oid(of: "endless", in: $0) }
        let asked = zip(databases, endless).map { scene.ask(.rows(database: $0, relation: $1, RowsRequest())) }
        try await scene.eventually("the reading") { try scene.cluster.runSQL(sleeping) == "1" }
        for database in databases { #expect(try await scene.schemas(of: database).contains("public")) }
        #expect(try scene.sessions <= 3)
        for id in asked { scene.worker.send(.cancel(id)) }
        let orders = try scene.oid(of: "orders", in: databases[2])
        #expect(try await rows(scene, .rows(database: databases[2], relation: orders, RowsRequest())).page?.rows.count == 200)
    }
}
