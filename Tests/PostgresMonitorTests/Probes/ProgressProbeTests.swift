import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Progress of long commands")
struct ProgressProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    private func seen(_ pid: Int32, as user: String? = nil, in database: String, _ isSo: (CommandProgress) -> Bool = { _ in true }) throws
        -> CommandProgress
    {
        let list = try server.until(ProgressProbe(), as: user ?? server.watcher, database: database) { list in
            list.rows.contains { $0.pid == pid && isSo($0) }
        }
        return try #require(list.rows.first { $0.pid == pid })
    }

    @Test("a vacuum tells its phase and its blocks; to a stranger only that it is there")
    func vacuum() throws {
        let database = try server.cluster.createDatabase(
            "slow", running: "CREATE TABLE large AS SELECT generate_series(1, 100000) a; DELETE FROM large WHERE a % 2 = 0")
        let session = BackgroundSession(
            "SET vacuum_cost_delay = 100; SET vacuum_cost_limit = 1;\nVACUUM large", on: server.cluster, database: database)
        defer { session.end() }
        let pid = try session.pid
        let progress = try seen(pid, in: database) { $0.phase == "scanning heap" && $0.done ?? 0 > 0 }
        let pages = try server.cluster.runSQL("SELECT pg_relation_size('large') / 8192", database: database)
        #expect(progress.kind == .vacuum && progress.command == "VACUUM" && progress.unit == .blocks)
        #expect(progress.relation == ObjectName(schema: "public", name: "large") && progress.database == database)
        #expect(progress.aim == Int64(pages) && progress.done ?? 0 > 0 && progress.fraction ?? 2 < 1 && progress.started != nil)
        let hidden = try seen(pid, as: server.stranger, in: database)
        #expect(hidden.isHidden && hidden.relation == nil && hidden.done == nil)
        let elsewhere = try seen(pid, in: "postgres")
        #expect(elsewhere.relation == nil && elsewhere.relationOID != nil)
    }

    @Test("an index that waits for others' transactions counts those; it is invalid and being built meanwhile")
    func createIndex() throws {
        let database = try server.cluster.createDatabase("slow", running: "CREATE TABLE shelf (a integer)")
        let writer = BackgroundSession("BEGIN; INSERT INTO shelf VALUES (1); SELECT pg_sleep(600)", on: server.cluster, database: database)
        defer { writer.end() }
        _ = try server.until(SessionsProbe()) { $0.rows.contains { $0.application == writer.mark && $0.waitEvent == "PgSleep" } }
        let session = BackgroundSession("\nCREATE INDEX CONCURRENTLY shelf_a ON shelf (a)", on: server.cluster, database: database)
        defer { session.end() }
        let progress = try seen(try session.pid, in: database) { $0.unit == .lockers }
        #expect(progress.kind == .createIndex && progress.command == "CREATE INDEX CONCURRENTLY")
        #expect(progress.phase == "waiting for writers before build" && progress.done == 0 && progress.aim == 1)
        let invalid = try server.ask(InvalidIndexesProbe(), as: server.watcher, database: database)
        #expect(invalid.rows == [InvalidIndex(schema: "public", name: "shelf_a", table: "shelf", isMaintained: false, isBeingBuilt: true)])
    }

    @Test("a copy tells its bytes from 14 on")
    func copy() throws {
        let database = try server.cluster.createDatabase("slow", running: "CREATE TABLE lines (a text)")
        let session = BackgroundSession("COPY lines FROM PROGRAM 'echo one; sleep 600'", on: server.cluster, database: database)
        defer {
            session.end()
            _ = try? server.cluster.runSQL("COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; true'")
        }
        let pid = try session.pid
        if server.version.major >= 14 {
            let progress = try seen(pid, in: database)
            #expect(progress.kind == .copy && progress.command == "COPY FROM" && progress.phase == "PROGRAM")
            #expect(progress.unit == .bytes && progress.aim == nil && progress.fraction == nil)
        } else {
            #expect(try server.ask(ProgressProbe()).rows.allSatisfy { $0.kind != .copy })
        }
    }
}
