import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Databases")
struct DatabaseProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test("every database is told, and what all share, as the server counts it")
    func counts() throws {
        let database = try server.cluster.createDatabase(
            "busy", running: "CREATE TABLE t AS SELECT generate_series(1, 1000) a; SELECT count(*) FROM t")
        let list = try server.until(DatabasesProbe(), as: server.stranger) { list in
            list.rows.contains { $0.name == database && $0.tuplesInserted >= 1_000 }
        }
        let names = try server.cluster.runSQL("SELECT datname FROM pg_database").split(separator: "\n").map(String.init)
        #expect(Set(list.rows.compactMap(\.name)) == Set(names) && list.rows.count == names.count + 1 && list.omitted == 0)
        let row = try #require(list.rows.first { $0.name == database })
        let counted = try server.cluster.runSQL(
            """
            SELECT xact_commit, xact_rollback, blks_hit, blks_read, tup_returned, tup_fetched, tup_inserted, tup_updated, tup_deleted,
              conflicts, temp_files, temp_bytes, deadlocks FROM pg_stat_database WHERE datname = '\(database)'
            """)
        #expect(
            [
                row.commits, row.rollbacks, row.blocksHit, row.blocksRead, row.tuplesReturned, row.tuplesFetched, row.tuplesInserted,
                row.tuplesUpdated, row.tuplesDeleted, row.conflicts, row.tempFiles, row.tempBytes, row.deadlocks,
            ].map(String.init).joined(separator: "|") == counted)
        #expect((row.sessionStatistics != nil) == (server.version.major >= 14))
        #expect(
            row.transactionIDAge
                == Int64(try server.cluster.runSQL("SELECT age(datfrozenxid) FROM pg_database WHERE datname = '\(database)'")))
        let hasChecksums = try server.cluster.runSQL("SHOW data_checksums") == "on"
        #expect((row.checksumFailures != nil) == hasChecksums)
    }

    @Test("a deadlock is counted, and so are temporary files")
    func trouble() throws {
        let database = try server.cluster.createDatabase(
            "trouble", running: "SET work_mem = '64kB'; SELECT count(*) FROM (SELECT DISTINCT generate_series(1, 100000)) s")
        let list = try server.until(DatabasesProbe()) { $0.rows.contains { $0.name == database && $0.tempFiles > 0 } }
        let row = try #require(list.rows.first { $0.name == database })
        #expect(row.tempFiles > 0 && row.tempBytes > 0)
        #expect(DatabasesProbe.counters(in: list).values[.tempFiles] == list.rows.reduce(0) { $0 + $1.tempFiles })
    }

    @Test("sizes are the server's own; of a database that one may not enter there is none")
    func sizes() throws {
        let open = try server.cluster.createDatabase("open")
        let closed = try server.cluster.createDatabase("closed")
        try server.cluster.runSQL("REVOKE CONNECT ON DATABASE \"\(closed)\" FROM PUBLIC")
        let bytes = { (name: String) in try Int64(server.cluster.runSQL("SELECT pg_database_size('\(name)')")) }
        let all = try server.ask(DatabaseSizesProbe(), as: server.watcher)
        #expect(all.rows.first { $0.name == closed }?.bytes == (try bytes(closed)))
        #expect(DatabaseSizesProbe.gauges(in: all)[.databaseSize] != nil)
        let some = try server.ask(DatabaseSizesProbe(), as: server.stranger)
        #expect(some.rows.first { $0.name == open }?.bytes == (try bytes(open)))
        let hidden = try #require(some.rows.first { $0.name == closed })
        #expect(hidden.bytes == nil && !hidden.isPermitted)
        #expect(DatabaseSizesProbe.gauges(in: some).isEmpty)
    }

    @Test("the oldest transaction and multixact ids are the server's")
    func wraparound() throws {
        let wraparound = try server.ask(WraparoundProbe(), as: server.stranger)
        let ages = try server.cluster.runSQL("SELECT max(age(datfrozenxid)), max(mxid_age(datminmxid)) FROM pg_database")
        #expect("\(wraparound.transactionIDs.age)|\(wraparound.multixacts.age)" == ages)
        #expect(wraparound.transactionIDs.freezeMaxAge == Int64(try server.cluster.runSQL("SHOW autovacuum_freeze_max_age")))
        #expect(WraparoundProbe.gauges(in: wraparound) == [.transactionIDAge: Double(wraparound.transactionIDs.age)])
    }
}
