import DemoCluster
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("Every probe on a real server")
struct EveryProbeTests {
    let server: ProbeServer
    init() throws { server = try ProbeServer.shared.get() }

    @Test(
        "is answered to a superuser, to a member of pg_monitor and to a role without any right",
        arguments: ["postgres", "watcher", "stranger"])
    func answered(user: String) throws {
        let role = ["watcher": server.watcher, "stranger": server.stranger][user] ?? user
        #expect(try answer(of: server.cluster, as: role) == ProbeRegistry.all.count)
    }

    @Test("is answered by a server in recovery, to a role without any right too")
    func standby() throws {
        let standby = try ProbeServer.cluster(TestServer.options { $0.configuration += ProbeServer.configuration })
        defer { standby.remove() }
        let stranger = try standby.createRole("stranger", password: "s")
        try standby.runSQL("CREATE SEQUENCE counter; SELECT nextval('counter'); CREATE UNLOGGED TABLE gone (a serial)")
        try standby.runSQL("COPY (SELECT 1) TO '\(standby.path)/data/standby.signal'")
        try standby.restart()
        #expect(try standby.runSQL("SELECT pg_is_in_recovery()") == "t")
        for role in ["postgres", stranger] { #expect(try answer(of: standby, as: role) == ProbeRegistry.all.count) }
        let recovery = try #require(try ProbeServer.ask(RecoveryProbe(), of: standby))
        #expect(recovery.receiver == nil && !recovery.isPaused)
        #expect(try ProbeServer.ask(WriteAheadLogProbe(), of: standby).isInRecovery)
    }

    @Test("is coded and decoded without loss")
    func coding() throws {
        for probe in ProbeRegistry.all where !(probe is StatementsProbe.Type) { try code(probe) }
    }

    private func code<P: Probe>(_ probe: P.Type) throws {
        let answer = try server.ask(probe.init())
        var snapshot = try server.snapshot(database: "postgres")
        snapshot[probe] = .value(answer, asOf: 1)
        #expect(try JSONRound.trip(snapshot)[probe] == .value(answer, asOf: 1))
    }

    /// How many probes were answered, or are absent for a reason.
    private func answer(of cluster: ThrowawayCluster, as user: String) throws -> Int {
        var count = 0
        func ask<P: Probe>(_ probe: P.Type) throws {
            do {
                _ = try ProbeServer.ask(probe.init(), of: cluster, as: user)
                count += 1
            } catch {
                Issue.record("\(probe.name): \(error)")
            }
        }
        for probe in ProbeRegistry.all {
            // Its own tests install the extension first.
            if probe is StatementsProbe.Type { count += 1 } else { try ask(probe) }
        }
        return count
    }
}
