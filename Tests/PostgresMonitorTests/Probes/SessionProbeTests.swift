import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Sessions")
struct SessionProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    private func idleInTransaction() throws -> (session: OpenSession, pid: Int32) {
        let session = try OpenSession(on: server.cluster, database: "postgres")
        let mark = TestServer.uniqueName("idler")
        try session.run("SET application_name = '\(mark)'; BEGIN; SELECT 42 AS answer;")
        let pid = try #require(Int32(try server.cluster.runSQL("SELECT pid FROM pg_stat_activity WHERE application_name = '\(mark)'")))
        return (session, pid)
    }

    @Test("a session that is idle in its transaction is counted, and is the oldest transaction")
    func idle() throws {
        let (session, pid) = try idleInTransaction()
        let counts = try server.until(SessionCountsProbe(), as: server.watcher) { $0.idleInTransaction == 1 }
        try session.run("SELECT 1;")
        #expect(counts.idleInTransaction == 1)
        #expect(counts.oldestIdleInTransaction?.pid == pid)
        #expect(counts.oldestTransaction?.pid == pid)
        #expect(counts.hidden == 0)
        #expect(SessionCountsProbe.gauges(in: counts)[.idleInTransactionSessions] == 1)
    }

    @Test("a role without rights sees how many sessions there are, not what they do")
    func hiddenCounts() throws {
        let (session, _) = try idleInTransaction()
        let counts = try server.until(SessionCountsProbe(), as: server.stranger) { $0.hidden > 0 }
        try session.run("SELECT 1;")
        #expect(counts.hidden >= 1 && counts.visible == 0 && counts.oldestTransaction == nil)
        #expect(SessionCountsProbe.gauges(in: counts).isEmpty)
        #expect(SessionCountsProbe.right.grant(to: server.stranger) == "GRANT pg_read_all_stats TO \"\(server.stranger)\"")
    }

    @Test("a session is listed with what it does and since when")
    func list() throws {
        let (session, pid) = try idleInTransaction()
        let list = try server.until(SessionsProbe(), as: server.watcher) { $0.rows.contains { $0.pid == pid && $0.state != "active" } }
        let row = try #require(list.rows.first { $0.pid == pid })
        let started = try server.cluster.runSQL("SELECT extract(epoch FROM xact_start) FROM pg_stat_activity WHERE pid = \(pid)")
        try session.run("SELECT 1;")
        #expect(row.state == "idle in transaction" && row.backendType == "client backend" && !row.isHidden)
        #expect(row.database == "postgres" && row.user == "postgres" && row.clientAddress == nil)
        #expect(row.transactionStarted == Double(started))
        #expect(row.query == QueryText("SELECT 42 AS answer;"))
        #expect(row.blockedBy.isEmpty)
        #expect(list.total == list.rows.count)
        #expect(!list.rows.contains { $0.application == "pgdeck" })
    }

    @Test("a long text is cut at the server, and its length is told")
    func longQuery() throws {
        let session = try OpenSession(on: server.cluster, database: "postgres")
        let mark = TestServer.uniqueName("talker")
        try session.run(
            "SET application_name = '\(mark)'; SELECT '\(String(repeating: "é", count: 490))' <> '\(String(repeating: "x", count: 4_000))';"
        )
        let list = try server.ask(SessionsProbe())
        let row = try #require(list.rows.first { $0.application == mark })
        try session.run("SELECT 1;")
        let query = try #require(row.query)
        // track_activity_query_size is 1,024 bytes by default, which the server cuts by itself.
        #expect(query.beginning.utf8.count <= 1_024 && query.beginning.hasPrefix("SELECT 'éé"))
        #expect(query.length == query.beginning.unicodeScalars.count && !query.isCut)
    }

    @Test("a role without rights is given processes, databases and users, and nothing else of others")
    func hiddenList() throws {
        let (session, pid) = try idleInTransaction()
        let row = try #require(try server.ask(SessionsProbe(), as: server.stranger).rows.first { $0.pid == pid })
        try session.run("SELECT 1;")
        #expect(row.isHidden && row.state == nil && row.query == nil && row.transactionStarted == nil)
        #expect(row.user == "postgres" && row.database == "postgres")
    }
}
