import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("The write-ahead log, checkpoints and the archiver")
struct WriteAheadLogProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test("its end moves on with what is written, and its bytes are counted")
    func position() throws {
        let before = try server.ask(WriteAheadLogProbe(), as: server.stranger)
        let database = try server.cluster.createDatabase("writing", running: "CREATE TABLE t AS SELECT generate_series(1, 10000) a")
        let log = try server.until(WriteAheadLogProbe()) { log in
            log.generated.map { $0.bytes > before.generated?.bytes ?? 0 } ?? true
        }
        let end = try Int64(server.cluster.runSQL("SELECT pg_current_wal_lsn() - '0/0'", database: database))
        #expect(!log.isInRecovery)
        #expect(try #require(log.position) > #require(before.position))
        #expect(try #require(log.position) <= #require(end))
        #expect((log.generated != nil) == (server.version.major >= 14))
        let counters = WriteAheadLogProbe.counters(in: log)
        #expect(counters.values[.walBytes] == log.generated?.bytes ?? log.position)
        #expect(counters.begin == log.generated?.resetAt)
    }

    @Test("a requested checkpoint is counted, and it is the last one")
    func checkpoints() throws {
        let before = try server.ask(CheckpointsProbe(), as: server.stranger)
        try server.cluster.runSQL("CREATE TABLE written_\(before.requested) (a integer); CHECKPOINT")
        let after = try server.until(CheckpointsProbe(), as: server.stranger) { $0.requested > before.requested }
        #expect(after.requested > before.requested)
        let last = try server.cluster.runSQL("SELECT extract(epoch FROM checkpoint_time) FROM pg_control_checkpoint()")
        #expect(try server.ask(CheckpointsProbe()).lastCheckpoint == Double(last))
        #expect((after.buffersByBackends != nil) == (server.version.major < 17))
        #expect(CheckpointsProbe.counters(in: after).values[.checkpointsRequested] == after.requested)
    }

    @Test("an archive command that fails is told, with the file that it failed on")
    func archiver() throws {
        try server.cluster.runSQL("CREATE TABLE archived_\(TestServer.uniqueName("t")) (a integer); SELECT pg_switch_wal()")
        let archiver = try server.until(ArchiverProbe(), as: server.stranger) { $0.failed > 0 }
        #expect(archiver.mode == "on" && archiver.failed > 0 && archiver.isFailing)
        #expect(archiver.archived == 0 && archiver.lastArchivedFile == nil)
        #expect(archiver.lastFailedFile == (try server.cluster.runSQL("SELECT last_failed_wal FROM pg_stat_archiver")))
    }
}
