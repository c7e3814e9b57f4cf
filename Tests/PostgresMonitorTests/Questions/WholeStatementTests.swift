import DemoCluster
import EventLoop
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Whole statements")
struct WholeStatementTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    private func ask(
        _ source: WholeStatementQuery.Source, as user: String = ThrowawayCluster.superuser, database: String = "postgres"
    ) throws -> String? {
        let parameters = ConnectionParameters([
            "host": server.cluster.socketDirectory, "port": String(server.cluster.port), "user": user, "dbname": database,
        ])
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let text = try await connection.ask(WholeStatementQuery(source), limits: .catalog).get()
            await connection.close()
            return text
        }
    }

    @Test("a session's statement is told while it is still the one that was meant, to those who may see it")
    func session() throws {
        let session = try OpenSession(on: server.cluster, database: "postgres")
        let mark = TestServer.uniqueName("whole")
        try session.run("SET application_name = '\(mark)'; BEGIN; SELECT 42 AS answer;")
        let found = try server.until(SessionsProbe()) { $0.rows.contains { $0.application == mark && $0.state == "idle in transaction" } }
        let row = try #require(found.rows.first { $0.application == mark })
        let began = try #require(row.queryStarted)
        #expect(try ask(.session(pid: row.pid, began: began)) == row.query?.beginning)
        #expect(try ask(.session(pid: row.pid, began: began), as: server.watcher) == row.query?.beginning)
        #expect(try ask(.session(pid: row.pid, began: began), as: server.stranger) == nil)
        #expect(try ask(.session(pid: row.pid, began: began - 1)) == nil)
        try session.run("COMMIT;")
    }

    @Test("a counted statement longer than its probe tells is told whole")
    func counted() throws {
        guard server.hasStatements else {
            #expect(try server.ask(StatementsExtensionProbe()).isLoaded == false)
            return
        }
        let schema = "\"odd place\""
        let database = try server.cluster.createDatabase(
            "long", running: "CREATE SCHEMA \(schema); CREATE EXTENSION pg_stat_statements SCHEMA \(schema)")
        let columns = (0..<300).map { "count(*) AS a_long_name_\($0)" }.joined(separator: ", ")
        try server.cluster.runSQL("SELECT \(columns) FROM pg_class", database: database)
        let list = try server.ask(StatementsProbe(), database: database, after: try server.snapshot(database: database))
        let row = try #require(list.rows.first { $0.database == database && $0.query?.beginning.contains("a_long_name_0") == true })
        #expect(row.query?.isCut == true)
        let source = WholeStatementQuery.Source.counted(queryID: try #require(row.queryID), user: "postgres", quotedSchema: schema)
        #expect(try ask(source, database: database) == "SELECT \(columns) FROM pg_class")
    }
}
