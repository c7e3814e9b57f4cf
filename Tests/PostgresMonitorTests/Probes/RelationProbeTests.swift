import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Tables, indexes and sequences of the session's database")
struct RelationProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test("a table is told as pg_stat_user_tables tells it")
    func tables() throws {
        let database = try server.cluster.createDatabase(
            "tables",
            running: """
                CREATE TABLE orders (a integer PRIMARY KEY, note text); INSERT INTO orders SELECT g, 'note' FROM generate_series(1, 2000) g;
                CREATE TABLE quiet (a integer);
                ANALYZE; VACUUM orders; DELETE FROM orders WHERE a <= 500; SELECT count(*) FROM orders; SELECT count(*) FROM orders;
                """)
        let list = try server.until(TablesProbe(), as: server.stranger, database: database) { list in
            list.rows.contains { $0.table.name == "orders" && $0.deadRows >= 500 && $0.sequentialScans >= 2 }
        }
        let row = try #require(list.rows.first { $0.table.name == "orders" })
        #expect(Set(list.rows.map(\.table.name)) == ["orders", "quiet"] && list.total == 2)
        let counted = try server.cluster.runSQL(
            """
            SELECT n_live_tup, n_dead_tup, seq_scan, seq_tup_read, idx_scan, n_tup_ins + n_tup_upd + n_tup_del, n_mod_since_analyze
            FROM pg_stat_user_tables WHERE relname = 'orders'
            """, database: database)
        #expect(
            [
                row.liveRows, row.deadRows, row.sequentialScans, row.sequentialRows, row.indexScans ?? -1, row.writes,
                row.changesSinceAnalyze,
            ].map(String.init).joined(separator: "|") == counted)
        let pages = try Int64(server.cluster.runSQL("SELECT relpages FROM pg_class WHERE relname = 'orders'", database: database))
        #expect(row.estimatedBytes == (try #require(pages)) * 8192 && row.estimatedBytes ?? 0 > 0)
        #expect(row.lastVacuum != nil && row.lastAnalyze != nil && row.lastAutovacuum == nil)
        #expect((row.lastSequentialScan != nil) == (server.version.major >= 16))
    }

    @Test("an index that no query has used is told, unless it upholds a constraint; once used it is not")
    func unusedIndexes() throws {
        let database = try server.cluster.createDatabase(
            "indexes",
            running: """
                CREATE TABLE shelf (a integer PRIMARY KEY, b integer UNIQUE, c integer, d integer);
                INSERT INTO shelf SELECT g, g, g, g FROM generate_series(1, 1000) g;
                CREATE INDEX shelf_c ON shelf (c); CREATE INDEX shelf_d ON shelf (d); ANALYZE shelf;
                """)
        let unused = try server.ask(UnusedIndexesProbe(), as: server.stranger, database: database)
        #expect(unused.rows.map(\.name).sorted() == ["shelf_c", "shelf_d"] && unused.total == 2)
        #expect(unused.rows.allSatisfy { $0.table == "shelf" && $0.schema == "public" && $0.estimatedBytes > 0 })
        try server.cluster.runSQL("SET enable_seqscan = off; SELECT d FROM shelf WHERE d = 7", database: database)
        let left = try server.until(UnusedIndexesProbe(), database: database) { $0.total == 1 }
        #expect(left.rows.map(\.name) == ["shelf_c"])
    }

    @Test("an index that a failed CREATE INDEX CONCURRENTLY has left is told as invalid, and is not called unused")
    func invalidIndexes() throws {
        let database = try server.cluster.createDatabase(
            "indexes", running: "CREATE TABLE twins AS SELECT 1 AS a FROM generate_series(1, 2)")
        #expect(throws: (any Error).self) {
            try server.cluster.runSQL("CREATE UNIQUE INDEX CONCURRENTLY twins_a ON twins (a)", database: database)
        }
        let invalid = try server.ask(InvalidIndexesProbe(), as: server.stranger, database: database)
        #expect(invalid.rows.map(\.name) == ["twins_a"])
        #expect(invalid.rows.first.map { !$0.isBeingBuilt && !$0.isPartitioned && $0.table == "twins" } == true)
        #expect(try server.ask(UnusedIndexesProbe(), database: database).rows.isEmpty)
    }

    @Test("the sequence nearest to its end comes first, those that cycle and those not yet used are left out")
    func sequences() throws {
        let database = try server.cluster.createDatabase(
            "sequences",
            running: """
                CREATE SEQUENCE nearly AS smallint; SELECT setval('nearly', 32000);
                CREATE SEQUENCE half AS integer; SELECT setval('half', 1073741824);
                CREATE SEQUENCE down INCREMENT -1 MINVALUE -100 MAXVALUE -1; SELECT setval('down', -90);
                CREATE SEQUENCE round AS smallint CYCLE; SELECT setval('round', 32767);
                CREATE SEQUENCE wide MINVALUE -9223372036854775808; SELECT setval('wide', 1); CREATE SEQUENCE fresh;
                """)
        let use = try server.ask(SequencesProbe(), database: database)
        #expect(use.fullest.map(\.name) == ["nearly", "down", "wide", "half"])
        #expect(use.total == 5 && use.asked == 5 && use.forbidden == 0 && use.missingRights.isEmpty)
        #expect(use.fullest[0].last == 32_000 && use.fullest[0].maximum == 32_767)
        #expect(abs(use.fullest[1].usedFraction - 89.0 / 99) < 1e-9 && abs(use.fullest[3].usedFraction - 0.5) < 1e-9)

        let hidden = try server.ask(SequencesProbe(), as: server.stranger, database: database)
        #expect(hidden.fullest.isEmpty && hidden.forbidden == 5 && hidden.missingRights == [.select("ALL SEQUENCES IN SCHEMA public")])
        try server.cluster.runSQL(try #require(hidden.missingRights.first).grant(to: server.stranger), database: database)
        #expect(try server.ask(SequencesProbe(), as: server.stranger, database: database) == use)
    }

    @Test("a sequence under ALTER SEQUENCE is left out and keeps none of the others from being told")
    func lockedSequence() throws {
        let database = try server.cluster.createDatabase(
            "sequences", running: "CREATE SEQUENCE free; SELECT nextval('free'); CREATE SEQUENCE taken; SELECT nextval('taken')")
        let session = try OpenSession(on: server.cluster, database: database)
        try session.run("BEGIN; ALTER SEQUENCE taken MAXVALUE 77;")
        let use = try server.ask(SequencesProbe(), database: database)
        try session.run("ROLLBACK;")
        #expect(use.fullest.map(\.name) == ["free"] && use.total == 2)
        #expect(try server.ask(SequencesProbe(), database: database).fullest.count == 2)
    }
}
