import DemoCluster
import EventLoop
import PostgresClient
import PostgresMonitor
import TestSupport
import Testing

@Suite("The status probe on a real server")
struct ServerStatusProbeTests {
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

    @Test("a role without any right reads all of it")
    func everythingIsVisible() throws {
        let parameters = parameters
        let sample = try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            return try await connection.ask(ServerStatusProbe(), limits: .probe).get()
        }
        #expect(sample.version == (try cluster.runSQL("SELECT version()")))
        #expect(sample.serverVersion.number == Int(try cluster.runSQL("SHOW server_version_num")))
        #expect(sample.maximumSessions == Int(try cluster.runSQL("SHOW max_connections")))
        #expect(sample.startedAt == Double(try cluster.runSQL("SELECT extract(epoch FROM pg_postmaster_start_time())")))
        #expect(sample.currentUser == parameters.user)
        #expect(!sample.isSuperuser)
        #expect(!sample.isInRecovery)
        #expect(sample.sessions >= 1)
        #expect(sample.serverTime > sample.startedAt)
    }

    @Test("a superuser is told apart")
    func superuser() throws {
        var parameters = parameters
        parameters["user"] = ThrowawayCluster.superuser
        parameters.password = Secret(cluster.superuserPassword)
        let sample = try EventLoop.run { [parameters] loop in
            try await Connection.open(parameters, on: loop).ask(ServerStatusProbe(), limits: .probe).get()
        }
        #expect(sample.isSuperuser)
    }

    @Test("counters do not go down from one reading to the next")
    func counters() throws {
        let parameters = parameters
        let (first, second) = try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let first = try await connection.ask(ServerStatusProbe(), limits: .probe).get()
            return (first, try await connection.ask(ServerStatusProbe(), limits: .probe).get())
        }
        #expect(second.transactions >= first.transactions)
        #expect(second.blocksHit >= first.blocksHit)
        #expect(second.blocksRead >= first.blocksRead)
        #expect(second.startedAt == first.startedAt)
    }

    @Test("a reading costs less than two kilobytes on the wire")
    func cheapOnTheWire() throws {
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        var parameters = parameters
        parameters["port"] = String(link.port)
        try EventLoop.run { [parameters] loop in
            let connection = try await Connection.open(parameters, on: loop)
            link.resetStatistics()
            _ = try await connection.ask(ServerStatusProbe(), limits: .probe).get()
        }
        #expect(link.statistics.bytesUp + link.statistics.bytesDown < 2_000)
    }
}
