import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Lock waits")
struct LockWaitsProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test("who waits for whom is told, also of sessions that one may not see")
    func tree() throws {
        let database = try server.cluster.createDatabase("locks", running: "CREATE TABLE till (a integer)")
        let holder = BackgroundSession("BEGIN; LOCK TABLE till; SELECT pg_sleep(600)", on: server.cluster, database: database)
        defer { holder.end() }
        _ = try server.until(SessionsProbe()) { $0.rows.contains { $0.application == holder.mark && $0.waitEvent == "PgSleep" } }
        let waiter = BackgroundSession("SELECT * FROM till", on: server.cluster, database: database)
        defer { waiter.end() }
        let (holding, waiting) = (try holder.pid, try waiter.pid)

        let seen = try server.until(LockWaitsProbe(), as: server.watcher, database: database) { !$0.isEmpty }
        #expect(Set(seen.map(\.pid)) == [holding, waiting])
        let wait = try #require(seen.first { $0.pid == waiting }?.wait)
        #expect(wait.lockType == "relation" && wait.mode == "AccessShareLock" && wait.blockers == [holding])
        #expect(wait.relation == ObjectName(schema: "public", name: "till") && wait.database == database)
        #expect(wait.advisoryKey == nil && wait.transactionID == nil)
        let since = server.version.major >= 14 ? "l.waitstart" : "a.query_start"
        let expected = try server.cluster.runSQL(
            "SELECT extract(epoch FROM \(since)) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE pid = \(waiting) AND NOT granted"
        )
        #expect(wait.since == Double(expected))
        let blocker = try #require(seen.first { $0.pid == holding })
        #expect(blocker.wait == nil && blocker.state == "active" && blocker.application == holder.mark)
        #expect(blocker.query?.beginning == "SELECT pg_sleep(600)")
        #expect(try server.ask(SessionsProbe()).rows.first { $0.pid == waiting }?.blockedBy == [holding])

        let hidden = try server.ask(LockWaitsProbe(), as: server.stranger, database: database)
        #expect(hidden.first { $0.pid == waiting }?.wait?.blockers == [holding])
        #expect(hidden.first { $0.pid == waiting }?.wait?.relation?.name == "till")
        #expect(hidden.first { $0.pid == holding }.map { $0.isHidden && $0.query == nil } == true)

        let elsewhere = try #require(try server.ask(LockWaitsProbe(), as: server.watcher).first { $0.pid == waiting }?.wait)
        #expect(elsewhere.relation == nil && elsewhere.relationOID != nil && elsewhere.database == database)
        waiter.end()
        holder.end()
        #expect(try server.until(LockWaitsProbe()) { $0.isEmpty }.isEmpty)
    }

    @Test("a prepared transaction that blocks somebody has no process")
    func prepared() throws {
        let database = try server.cluster.createDatabase(
            "locks", running: "CREATE TABLE till (a integer); BEGIN; LOCK TABLE till; PREPARE TRANSACTION 'till''s'")
        defer { _ = try? server.cluster.runSQL("ROLLBACK PREPARED 'till''s'", database: database) }
        let waiter = BackgroundSession("SELECT pg_advisory_lock(7); SELECT * FROM till", on: server.cluster, database: database)
        defer { waiter.end() }
        let parties = try server.until(LockWaitsProbe(), as: server.stranger) { !$0.isEmpty }
        #expect(parties.map(\.pid).sorted() == [0, try waiter.pid])
        #expect(parties.first { $0.pid == 0 }?.isHidden == false)

        let list = try server.ask(PreparedTransactionsProbe(), as: server.stranger)
        let transaction = try #require(list.rows.first { $0.identifier == "till's" })
        #expect(transaction.database == database && transaction.owner == "postgres" && transaction.transactionAge >= 0)
        #expect(transaction.prepared == Double(try server.cluster.runSQL("SELECT extract(epoch FROM prepared) FROM pg_prepared_xacts")))
    }

    @Test("an advisory lock is told by its key")
    func advisory() throws {
        let holder = BackgroundSession("SELECT pg_advisory_lock(3, 9); SELECT pg_sleep(600)", on: server.cluster, database: "postgres")
        defer { holder.end() }
        _ = try server.until(SessionsProbe()) { $0.rows.contains { $0.application == holder.mark && $0.waitEvent == "PgSleep" } }
        let waiter = BackgroundSession("SELECT pg_advisory_lock(3, 9)", on: server.cluster, database: "postgres")
        defer { waiter.end() }
        let parties = try server.until(LockWaitsProbe()) { !$0.isEmpty }
        #expect(parties.compactMap(\.wait).map(\.advisoryKey) == [[3, 9]])
    }
}
