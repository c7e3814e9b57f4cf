import DemoCluster
import EventLoop
import PostgresClient
import Synchronization
import TestSupport
import Testing

@testable import PostgresMonitor

@Suite("The bar's probes on a real server")
struct BarProbeTests {
    let cluster: ThrowawayCluster
    /// Over TCP, so that it can be led through a bad link.
    private let parameters: ConnectionParameters

    init() throws {
        cluster = try TestServer.shared()
        let role = try cluster.createRole("watcher", password: "seen")
        parameters = ConnectionParameters(
            ["host": cluster.host, "port": String(cluster.port), "user": role, "dbname": "postgres", "sslmode": "disable"],
            password: Secret("seen"))
    }

    private func ask<P: Probe>(_ probe: P, as parameters: ConnectionParameters? = nil) throws -> P.Answer {
        try EventLoop.run { [parameters = parameters ?? self.parameters] loop in
            try await Connection.open(parameters, on: loop).ask(probe, limits: .probe).get()
        }
    }

    @Test("a role without any right reads what identifies the server")
    func facts() throws {
        let facts = try ask(ServerFactsProbe())
        #expect(facts.version == (try cluster.runSQL("SELECT version()")))
        #expect(facts.serverVersion.number == Int(try cluster.runSQL("SHOW server_version_num")))
        #expect(facts.maximumSessions == Int(try cluster.runSQL("SHOW max_connections")))
        #expect(facts.blockSize == Int(try cluster.runSQL("SHOW block_size")))
        #expect(facts.role == parameters.user)
        #expect(facts.database == "postgres")
        #expect(!facts.isSuperuser)
        let pulse = try ask(ServerPulseProbe())
        #expect(pulse.startedAt == Double(try cluster.runSQL("SELECT extract(epoch FROM pg_postmaster_start_time())")))
        #expect(!pulse.isInRecovery)
        #expect(pulse.serverTime >= pulse.unitBegan)
        #expect(pulse.uptime > 0)
    }

    @Test("a superuser is told apart")
    func superuser() throws {
        var parameters = parameters
        parameters["user"] = ThrowawayCluster.superuser
        parameters.password = Secret(cluster.superuserPassword)
        #expect(try ask(ServerFactsProbe(), as: parameters).isSuperuser)
    }

    @Test("a role without any right reads the counters of all databases, none of which goes down")
    func statistics() throws {
        let first = try ask(DatabaseStatisticsProbe())
        let second = try ask(DatabaseStatisticsProbe())
        #expect(first.sessions >= 1)
        #expect(Set(first.totals.keys) == Set(DatabaseStatisticsProbe.counters))
        for (counter, total) in first.totals { #expect(second.totals[counter]! >= total) }
        #expect(first.totals[.commits]! > 0)
    }

    @Test("a role that may not read pg_stat_database loses that alone, and is told the grant that helps")
    func revoked() throws {
        try cluster.runSQL("CREATE DATABASE narrow")
        defer { _ = try? cluster.runSQL("DROP DATABASE narrow WITH (FORCE)") }
        try cluster.runSQL("REVOKE SELECT ON pg_catalog.pg_stat_database FROM PUBLIC", database: "narrow")
        var parameters = parameters
        parameters["dbname"] = "narrow"
        let snapshots = try refresh(parameters, times: 2)
        let role = try #require(parameters.user)
        #expect(
            snapshots.last?.databaseStatistics
                == .forbidden(grant: "GRANT SELECT ON pg_catalog.pg_stat_database TO \"\(role)\"", last: nil))
        #expect(snapshots.last?.facts.isPresent == true)
        #expect(snapshots.last?.pulse.isPresent == true)
    }

    @Test("a refresh of the bar is one round trip of less than two kilobytes, counted as the link counts it")
    func cheapOnTheWire() throws {
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        // Without it an answer that comes before all of the flush has gone counts as the end of a round trip.
        link.delay(milliseconds: 20)
        var parameters = parameters
        parameters["port"] = String(link.port)
        let seen = Mutex<[BadLink.Statistics]>([])
        let snapshots = try refresh(parameters, times: 3) {
            link.resetStatistics()
        } after: {
            seen.withLock { $0.append(link.statistics) }
        }
        let last = seen.withLock { $0.last }
        let statistics = try #require(last)
        print("bar: \(statistics.bytesUp) bytes up, \(statistics.bytesDown) down, server time \(snapshots[2].cost.serverTime ?? -1) s")
        #expect(statistics.bytesUp + statistics.bytesDown < 2_000)
        #expect(statistics.roundTrips == 1)
        #expect(snapshots[2].cost.bytes?.total == statistics.bytesUp + statistics.bytesDown)
        #expect(snapshots[2].rates.transactions != nil)
    }

    /// Refreshes by an engine as the worker does.
    private func refresh(
        _ parameters: ConnectionParameters, times: Int, before: @escaping @Sendable () -> Void = {},
        after: @escaping @Sendable () -> Void = {}
    ) throws -> [Snapshot] {
        try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            var engine = SnapshotEngine()
            engine.connected(to: connection.server)
            var snapshots: [Snapshot] = []
            for _ in 0..<times {
                before()
                let refresh = engine.refresh(at: .now)
                let traffic = await connection.traffic
                let answers = try await connection.answers(to: refresh.units[0].statements, limits: refresh.units[0].limits)
                after()
                var bytes: Cost.Traffic?
                if let traffic, let now = await connection.traffic {
                    bytes = Cost.Traffic(sent: now.sent - traffic.sent, received: now.received - traffic.received)
                }
                let arrival = Arrival(moment: .now, wallClock: 0, bytes: bytes, usage: .present())
                if let snapshot = engine.record(.success(answers), ofUnit: 0, in: refresh, at: arrival) { snapshots.append(snapshot) }
            }
            return snapshots
        }
    }
}
