import DemoCluster
import Foundation
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Replication")
struct ReplicationProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test("a slot tells how much log it keeps")
    func slots() throws {
        let name = TestServer.uniqueName("kept")
        let database = try server.cluster.createDatabase("logical")
        try server.cluster.runSQL("SELECT pg_create_physical_replication_slot('\(name)', true)")
        try server.cluster.runSQL("SELECT pg_create_logical_replication_slot('\(name)_l', 'pgoutput')", database: database)
        defer {
            _ = try? server.cluster.runSQL(
                "SELECT pg_drop_replication_slot('\(name)'), pg_drop_replication_slot('\(name)_l')", database: database)
        }
        try server.cluster.runSQL("CREATE TABLE t AS SELECT generate_series(1, 5000) a", database: database)
        let list = try server.ask(ReplicationSlotsProbe(), as: server.stranger)
        let slot = try #require(list.rows.first { $0.name == name })
        let retained = try Int64(
            server.cluster.runSQL("SELECT pg_current_wal_lsn() - restart_lsn FROM pg_replication_slots WHERE slot_name = '\(name)'"))
        #expect(try #require(slot.retainedBytes) <= #require(retained) && slot.retainedBytes ?? 0 > 100_000)
        #expect(slot.type == "physical" && !slot.isActive && slot.walStatus == "reserved" && slot.database == nil)
        #expect((slot.inactiveSince != nil) == (server.version.major >= 17))
        let logical = try #require(list.rows.first { $0.name == "\(name)_l" })
        #expect(logical.plugin == "pgoutput" && logical.database == database && logical.unconfirmedBytes ?? 0 > 100_000)
        #expect(logical.transactionAge ?? -1 >= 0)
    }

    @Test("a standby is told by its primary with its lag, and tells of itself what it received and replayed")
    func standby() throws {
        let primary = try ProbeServer.cluster(TestServer.options { $0.configuration.append("synchronous_commit = on") })
        defer { primary.remove() }
        let standby = try Standing.by(primary)
        defer { standby.remove() }
        let stranger = try primary.createRole("stranger", password: "s")
        let written = try #require(
            Int64(try primary.runSQL("CREATE TABLE t AS SELECT generate_series(1, 1000) a; SELECT pg_current_wal_lsn() - '0/0'")))
        try Standing.until {
            guard let recovery = try ProbeServer.ask(RecoveryProbe(), of: standby) else { return false }
            return recovery.replayed ?? 0 >= written && recovery.receiver?.status == "streaming"
        }

        let recovery = try #require(try ProbeServer.ask(RecoveryProbe(), of: standby))
        #expect(recovery.receiver?.status == "streaming" && recovery.receiver?.host == primary.socketDirectory)
        #expect(recovery.received ?? 0 >= written && recovery.unreplayedBytes == 0 && recovery.replayLag == 0)
        #expect(RecoveryProbe.gauges(in: recovery)[.replicationLagBytes] == 0)
        #expect(try ProbeServer.ask(RecoveryProbe(), of: standby, as: stranger)?.receiver?.isHidden == true)
        #expect(try ProbeServer.ask(RecoveryProbe(), of: primary) == nil)

        try Standing.until { try ProbeServer.ask(StandbysProbe(), of: primary).rows.first?.unreplayedBytes == 0 }
        let list = try ProbeServer.ask(StandbysProbe(), of: primary)
        let row = try #require(list.rows.first)
        #expect(list.total == 1 && row.state == "streaming" && row.synchronization == "async" && row.user == "postgres")
        #expect(row.pid == Int32(try primary.runSQL("SELECT pid FROM pg_stat_replication")))
        #expect(StandbysProbe.gauges(in: list)[.replicationLagBytes] == 0)
        let hidden = try ProbeServer.ask(StandbysProbe(), of: primary, as: stranger)
        #expect(hidden.rows.map(\.isHidden) == [true] && StandbysProbe.gauges(in: hidden).isEmpty)

        try standby.runSQL("SELECT pg_wal_replay_pause()")
        try primary.runSQL("CREATE TABLE u AS SELECT generate_series(1, 5000) a")
        try Standing.until { try ProbeServer.ask(RecoveryProbe(), of: standby)?.unreplayedBytes ?? 0 > 100_000 }
        let paused = try #require(try ProbeServer.ask(RecoveryProbe(), of: standby))
        #expect(paused.isPaused && paused.replayLag != nil)
        try Standing.until { try ProbeServer.ask(StandbysProbe(), of: primary).rows.first?.unreplayedBytes ?? 0 > 100_000 }
        let behind = try ProbeServer.ask(StandbysProbe(), of: primary)
        #expect(try #require(StandbysProbe.gauges(in: behind)[.replicationLagBytes]) > 100_000)
    }

    @Test("a standby that follows an archive has no lag that could be told, however old its last transaction, until its replay is paused")
    func archive() throws {
        let primary = try ProbeServer.cluster(
            TestServer.options { $0.configuration += ["archive_mode = on", "archive_command = 'false'", "synchronous_commit = on"] })
        defer { primary.remove() }
        let store = "\(primary.path)/data/archive"
        try primary.runSQL("COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; mkdir \(store)'")
        try primary.runSQL("ALTER SYSTEM SET archive_command = 'cp %p \(store)/%f'")
        try primary.runSQL("SELECT pg_reload_conf()")
        let standby = try Standing.by(primary, settings: ["restore_command = ''cp \(store)/%f %p''"], streams: false)
        defer { standby.remove() }
        try primary.runSQL("CREATE TABLE t AS SELECT 1 a")
        try primary.runSQL("SELECT pg_switch_wal()")
        try Standing.until { try ProbeServer.ask(RecoveryProbe(), of: standby)?.lastTransaction != nil }
        let recovery = try #require(try ProbeServer.ask(RecoveryProbe(), of: standby))
        #expect(recovery.receiver == nil && recovery.received == nil && recovery.followsArchive)
        #expect(recovery.replayLag == nil)
        #expect(RecoveryProbe.gauges(in: recovery)[.replicationLag] == nil)
        try standby.runSQL("SELECT pg_wal_replay_pause()")
        try Standing.until { try ProbeServer.ask(RecoveryProbe(), of: standby)?.replayLag != nil }
    }

    @Test("a standby whose primary went away grows old, for it knows of a stream")
    func cutOff() {
        var recovery = Recovery(received: 1000, replayed: 1000, lastTransaction: 100, serverTime: 160)
        #expect(recovery.replayLag == 60)
        recovery.replayed = 2000
        #expect(recovery.followsArchive && recovery.replayLag == nil)
        recovery.receiver = Recovery.Receiver(pid: 1)
        #expect(recovery.replayLag == 0)
    }

    @Test("a subscription is told with its worker and its errors")
    func subscriptions() throws {
        let publishing = try server.cluster.createDatabase(
            "publishing", running: "CREATE TABLE t (a integer PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t")
        let slot = TestServer.uniqueName("s")
        let subscribing = try server.cluster.createDatabase(
            "subscribing",
            running: """
                CREATE TABLE t (a integer PRIMARY KEY); INSERT INTO t VALUES (1);
                CREATE SUBSCRIPTION \(slot)
                  CONNECTION 'host=\(server.cluster.socketDirectory) port=\(server.cluster.port) user=postgres dbname=\(publishing)'
                  PUBLICATION p WITH (connect = false, slot_name = '\(slot)');
                """)
        defer {
            for sql in [
                "ALTER SUBSCRIPTION \(slot) DISABLE", "ALTER SUBSCRIPTION \(slot) SET (slot_name = NONE)", "DROP SUBSCRIPTION \(slot)",
            ] { _ = try? server.cluster.runSQL(sql, database: subscribing) }
            _ = try? server.cluster.runSQL(
                "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = '\(slot)'; SELECT pg_sleep(0.2)")
            _ = try? server.cluster.runSQL("SELECT pg_drop_replication_slot('\(slot)')", database: publishing)
        }
        let stopped = try #require(try server.ask(SubscriptionsProbe(), as: server.stranger).rows.first { $0.name == slot })
        #expect(stopped.isEnabled == (server.version.major >= 14 ? false : nil) && stopped.workerPID == nil && !stopped.isDown)
        #expect(stopped.database == (server.version.major >= 14 ? subscribing : nil))

        try server.cluster.runSQL("SELECT pg_create_logical_replication_slot('\(slot)', 'pgoutput')", database: publishing)
        try server.cluster.runSQL("ALTER SUBSCRIPTION \(slot) ENABLE", database: subscribing)
        let running = try server.until(SubscriptionsProbe(), as: server.stranger) {
            $0.rows.contains { $0.name == slot && $0.workerPID != nil }
        }
        let row = try #require(running.rows.first { $0.name == slot })
        #expect(row.workerPID != nil)
        #expect((row.applyErrors != nil) == (server.version.major >= 15))
    }
}
