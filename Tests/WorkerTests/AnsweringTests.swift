import Dashboard
import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing
import Worker

@Suite("The worker answers questions")
struct AnsweringTests {
    private static let world = """
        CREATE SCHEMA sales;
        CREATE TABLE sales.orders (id integer PRIMARY KEY, total numeric DEFAULT 0 CHECK (total >= 0));
        CREATE VIEW sales.large AS SELECT * FROM sales.orders WHERE total > 100;
        """

    @Test("the databases asked for before the connection is there come with its first probe")
    func databasesFirst() async throws {
        let scene = try WorkerScene()
        scene.worker.send(.connect(scene.parameters()))
        let id = scene.ask(.databases)
        guard case .databases(let databases) = try await scene.outcome(of: id).get() else { throw Wrong.answer }
        #expect(databases.contains { $0.name == "postgres" })
        _ = try await scene.ready()
        #expect(try scene.sessions == 1)
    }

    @Test("the databases can be asked again, on the connection that is there")
    func databasesAgain() async throws {
        let scene = try WorkerScene()
        try await scene.connect()
        _ = try await scene.snapshot()
        guard case .databases(let databases) = try await scene.answer(to: .databases) else { throw Wrong.answer }
        #expect(!databases.isEmpty)
        #expect(try scene.sessions == 1)
    }

    @Test("schemas, relations, description and definitions come from the database they were asked of")
    func walk() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("it's é", running: Self.world)
        try await scene.connect()
        guard case .schemas(let schemas) = try await scene.answer(to: .schemas(database: database)) else { throw Wrong.answer }
        let sales = try #require(schemas.first { $0.name == "sales" })
        #expect(sales.relationCounts == [.table: 1, .index: 1, .view: 1])

        let relations = try await scene.answer(to: .relations(database: database, schema: sales.oid, kinds: [.table, .view]))
        guard case .relations(let relations) = relations else { throw Wrong.answer }
        #expect(relations.map(\.name) == ["large", "orders"])

        let orders = relations[1].oid
        guard case .description(let description?) = try await scene.answer(to: .description(database: database, relation: orders))
        else { throw Wrong.answer }
        #expect(description.columns.map(\.name) == ["id", "total"])
        #expect(description.indexes.map(\.name) == ["orders_pkey"])

        let definitions = try await scene.answer(to: .definitions(database: database, relation: orders))
        guard case .definitions(let definitions, unavailable: nil) = definitions else { throw Wrong.answer }
        #expect(definitions.defaults == [2: "0"])
        #expect(definitions.constraints.values.sorted() == ["CHECK (total >= 0::numeric)"])
        #expect(definitions.totalBytes ?? 0 > 0)
    }

    @Test("a relation that has gone is described as nothing")
    func dropped() async throws {
        let scene = try WorkerScene()
        try await scene.connect()
        let answer = try await scene.answer(to: .description(database: "postgres", relation: OID(4_000_000_000)))
        #expect(answer == .description(nil))
    }

    @Test("under a lock the description comes whole, and of the definitions what can be had with the reason for the rest")
    func locked() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("locked", running: Self.world)
        try await scene.connect()
        let orders = try scene.oid(of: "sales.orders", in: database)
        let lock = try HeldLock(on: "sales.orders", of: database, scene.cluster)
        defer { lock.release() }
        guard case .description(let description?) = try await scene.answer(to: .description(database: database, relation: orders))
        else { throw Wrong.answer }
        #expect(description.columns.count == 2)
        let answer = try await scene.answer(to: .definitions(database: database, relation: orders))
        guard case .definitions(let definitions, let reason?) = answer else { throw Wrong.answer }
        #expect(reason.sqlState == "55P03")
        #expect(definitions.totalBytes == nil)
        #expect(definitions.lockHolders.map(\.relation.name) == ["orders"])
        guard case .lockHolders(let holders) = try await scene.answer(to: .lockHolders(database: database, relation: orders))
        else { throw Wrong.answer }
        #expect(holders == definitions.lockHolders)
    }

    @Test("names of functions that begin with a text come once each, of a schema or of those that need not be named")
    func functionNames() async throws {
        let scene = try WorkerScene()
        let overloaded =
            "CREATE FUNCTION sales.Total() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; "
            + "CREATE FUNCTION sales.total(int) RETURNS int LANGUAGE sql AS $$ SELECT $1 $$; "
        let database = try scene.cluster.createDatabase("functions", running: Self.world + overloaded)
        try await scene.connect()
        func names(_ schema: String?, _ prefix: String) async throws -> [String] {
            let question = Question.completions(database: database, .functions(schema: schema), prefix: prefix)
            guard case .completions(let names) = try await scene.answer(to: question) else { throw Wrong.answer }
            return names
        }
        #expect(try await names("sales", "TOT") == ["total"])
        #expect(try await names(nil, "tot") == [])
        #expect(try await names(nil, "pg_advisory_lock") == ["pg_advisory_lock", "pg_advisory_lock_shared"])
    }

    @Test("what the role may not read is missing from a description, with the reason, and the rest is there")
    func catalogRevoked() async throws {
        let scene = try WorkerScene()
        let revoked = "REVOKE SELECT ON pg_catalog.pg_publication FROM PUBLIC"
        let database = try scene.cluster.createDatabase("revoked", running: Self.world + revoked)
        try await scene.connect()
        let question = Question.description(database: database, relation: try scene.oid(of: "sales.orders", in: database))
        guard case .description(let description?) = try await scene.answer(to: question) else { throw Wrong.answer }
        #expect(description.columns.map(\.name) == ["id", "total"])
        #expect(description.unavailable?.sqlState == "42501")
    }

    @Test("both parts of a description asked together cost one round trip")
    func oneRoundTrip() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("together", running: Self.world)
        let line = try BadLink(to: .tcp(host: scene.cluster.host, port: scene.cluster.port))
        defer { line.stop() }
        scene.worker.send(.connect(scene.tcpParameters(port: line.port, password: "seen")))
        _ = try await scene.ready()
        _ = try await scene.snapshot()
        scene.worker.send(.pause(true))
        // The session of the database is made by the first question.
        _ = try await scene.schemas(of: database)
        line.delay(milliseconds: 20)
        let orders = try scene.oid(of: "sales.orders", in: database)
        // Many times: the second question must not come late to a worker that is quick to take the first.
        for _ in 0..<20 {
            line.resetStatistics()
            let ids = scene.ask([.description(database: database, relation: orders), .definitions(database: database, relation: orders)])
            guard case .description(let description?) = try await scene.outcome(of: ids[0]).get() else { throw Wrong.answer }
            #expect(description.columns.map(\.name) == ["id", "total"])
            guard case .definitions(let definitions, unavailable: nil) = try await scene.outcome(of: ids[1]).get() else {
                throw Wrong.answer
            }
            #expect(definitions.defaults == [2: "0"])
            #expect(line.statistics.roundTrips == 1)
        }
    }

    @Test("a size that may not be asked fails alone, and the others come")
    func sizes() async throws {
        let scene = try WorkerScene()
        let closed = try scene.cluster.createDatabase("closed")
        try scene.cluster.runSQL("REVOKE CONNECT ON DATABASE \(closed) FROM PUBLIC")
        try await scene.connect()
        guard case .databases(let databases) = try await scene.answer(to: .databases) else { throw Wrong.answer }
        for name in [closed, "postgres", "template1"] {
            let database = try #require(databases.first { $0.name == name })
            let outcome = try await scene.outcome(of: scene.ask(.databaseSize(database.oid)))
            switch outcome {
            case .success(.databaseSize(let bytes?)): #expect(name != closed && bytes > 1_000_000)
            case .failure(let error): #expect(name == closed && error.sqlState == "42501")
            default: throw Wrong.answer
            }
        }
    }

    @Test("a database that may not be entered fails its own request, and the link holds")
    func closedDatabase() async throws {
        let scene = try WorkerScene()
        let closed = try scene.cluster.createDatabase("unentered")
        try scene.cluster.runSQL("REVOKE CONNECT ON DATABASE \(closed) FROM PUBLIC")
        try await scene.connect()
        let outcome = try await scene.outcome(of: scene.ask(.schemas(database: closed)))
        let error = #expect(throws: PostgresError.self) { try outcome.get() }
        #expect(error?.kind == .refusedByServer)
        #expect(error?.sqlState == "42501")
        _ = try await scene.snapshot()
        #expect(try await scene.schemas(of: "postgres").contains("pg_catalog"))
    }

    @Test("without a server every request fails at once")
    func noServer() async throws {
        let scene = try WorkerScene()
        let outcome = try await scene.outcome(of: scene.ask(.databases))
        let error = #expect(throws: PostgresError.self) { try outcome.get() }
        #expect(error?.kind == .unreachable)
    }

    @Test("requests of a server that is left fail as cancelled")
    func serverLeft() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("left", running: Self.world)
        try await scene.connect()
        let lock = try HeldLock(on: "sales.orders", of: database, scene.cluster)
        defer { lock.release() }
        let id = scene.ask(.definitions(database: database, relation: try scene.oid(of: "sales.orders", in: database)))
        scene.worker.send(.connect(scene.parameters(database: "template1")))
        let outcome = try await scene.outcome(of: id)
        let error = #expect(throws: PostgresError.self) { try outcome.get() }
        #expect(error?.kind == .cancelled)
        #expect(try await scene.ready().database == "template1")
    }

    @Test("a request that nobody waits for any more is never answered, and the next one is")
    func cancelled() async throws {
        let scene = try WorkerScene()
        let database = try scene.cluster.createDatabase("cancelled", running: Self.world)
        try await scene.connect()
        let orders = try scene.oid(of: "sales.orders", in: database)
        #expect(try await scene.schemas(of: database).contains("pg_catalog"))
        let lock = try HeldLock(on: "sales.orders", of: database, scene.cluster)
        defer { lock.release() }
        let underWay = scene.ask(.definitions(database: database, relation: orders))
        try await scene.eventually("a wait for the lock") {
            try scene.cluster.runSQL("SELECT count(*) FROM pg_stat_activity WHERE usename = '\(scene.role)' AND wait_event_type = 'Lock'")
                != "0"
        }
        let unsent = scene.ask(.definitions(database: database, relation: orders))
        scene.worker.send(.cancel(unsent))
        scene.worker.send(.cancel(underWay))
        guard case .description(_?) = try await scene.answer(to: .description(database: database, relation: orders)) else {
            throw Wrong.answer
        }
        for event in scene.events {
            switch event {
            case .answered(let id, _), .failed(let id, _): #expect(id != underWay && id != unsent)
            default: break
            }
        }
    }
}

enum Wrong: Error { case answer }
