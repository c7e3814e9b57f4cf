import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Statements")
struct StatementsProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test("without the extension it is said what to do")
    func absent() throws {
        let database = try server.cluster.createDatabase("plain")
        let context = ProbeContext(version: server.version, last: try server.snapshot(database: database))
        let words =
            server.hasStatements
            ? "pg_stat_statements is not installed in database \(database): CREATE EXTENSION pg_stat_statements there"
            : "pg_stat_statements is not loaded: add it to shared_preload_libraries and restart the server"
        #expect(StatementsProbe.absence(in: context) == .because(words))
        #expect(StatementsProbe.absence(in: ProbeContext(version: server.version)) != nil)
    }

    @Test("a version of before 13 has to be updated first")
    func old() {
        let found = { StatementsExtension(database: "shop", role: "ana", quotedSchema: "public", version: $0, isLoaded: true).obstacle }
        #expect(found("1.7") != nil && found("1.8") == nil && found("1.12") == nil)
    }

    @Test("statements are told wherever the extension lies; others' texts only to those who may see them")
    func statements() throws {
        // The wheel of 13 comes without it; there the test above tells what is said.
        guard server.hasStatements else {
            #expect(try server.ask(StatementsExtensionProbe()).isLoaded == false)
            return
        }
        let database = try server.cluster.createDatabase(
            "counted", running: "CREATE SCHEMA \"odd \"\"place\"; CREATE EXTENSION pg_stat_statements SCHEMA \"odd \"\"place\"")
        try server.cluster.runSQL(
            "SELECT pg_stat_statements_reset()".replacing("pg_stat", with: "\"odd \"\"place\".pg_stat"), database: database)
        for _ in 0..<3 { try server.cluster.runSQL("SELECT count(*) AS counted FROM generate_series(1, 5000)", database: database) }
        let last = try server.snapshot(database: database)
        #expect(StatementsProbe.absence(in: ProbeContext(version: server.version, last: last)) == nil)
        try server.cluster.runSQL("GRANT USAGE ON SCHEMA \"odd \"\"place\" TO \"\(server.watcher)\"", database: database)
        let list = try server.ask(StatementsProbe(), as: server.watcher, database: database, after: last)
        let row = try #require(list.rows.first { $0.query?.beginning.contains("AS counted") == true })
        #expect(row.calls == 3 && row.rows == 3 && row.database == database && row.user == "postgres" && row.totalTime > 0)
        #expect(row.query?.beginning == "SELECT count(*) AS counted FROM generate_series($1, $2)")
        #expect(list.total >= list.rows.count)
        let grant = "GRANT USAGE ON SCHEMA \"odd \"\"place\" TO \"\(server.stranger)\""
        let forbidden = try server.ask(StatementsExtensionProbe(), as: server.stranger, database: database)
        #expect(forbidden.obstacle == "not permitted: \(grant)")
        try server.cluster.runSQL(grant, database: database)
        #expect(try server.ask(StatementsExtensionProbe(), as: server.stranger, database: database).obstacle == nil)
        let hidden = try server.ask(StatementsProbe(), as: server.stranger, database: database, after: last)
        #expect(!hidden.rows.isEmpty)
        #expect(hidden.rows.filter { $0.user == "postgres" }.allSatisfy { $0.isHidden && $0.query == nil && $0.calls > 0 })
    }

    @Test("the extension as 13 has it is read as well")
    func oldest() throws {
        guard server.hasStatements else {
            #expect(try server.ask(StatementsExtensionProbe()).version == nil)
            return
        }
        let database = try server.cluster.createDatabase("counted")
        do { try server.cluster.runSQL("CREATE EXTENSION pg_stat_statements VERSION '1.8'", database: database) } catch {
            // Nothing newer to be had either: the installation has no way from 1.4 on.
            Issue.record("\(error)")
        }
        let last = try server.snapshot(database: database)
        #expect(last.statementsExtension.value?.version == "1.8")
        let list = try server.ask(StatementsProbe(), database: database, after: last)
        #expect(list.rows.contains { $0.calls > 0 && $0.query != nil })
    }
}
