import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

@Suite struct CancellingTests {
    private let sleep = Values("SELECT pg_sleep(600)::text AS value")

    @Test("past its deadline a unit of several slow questions fails as a whole, and the connection is usable")
    func deadline() async throws {
        let connection = try await openShared()
        let error = await #expect(throws: PostgresError.self) {
            _ = try await connection.ask(sleep, sleep, sleep, limits: .deadline(.milliseconds(50)))
        }
        #expect(error?.kind == .deadline)
        #expect(try await connection.value("SELECT pg_backend_pid() AS value", of: Int.self) == Int(connection.server.backendPID))
    }

    @Test("a cancelled task ends its unit on the server, and the connection is usable")
    func cancelledTask() async throws {
        let connection = try await openShared()
        let task = Task { try await connection.ask(sleep, limits: .deadline(.seconds(300))) }
        try await TestServer.shared().waitUntilSleeping(connection)
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(try await connection.value("SELECT pg_backend_pid() AS value", of: Int.self) == Int(connection.server.backendPID))
    }

    @Test("a unit whose task is cancelled while it waits for its turn is never sent")
    func cancelledInQueue() async throws {
        let connection = try await openShared()
        let first = Task { try await connection.ask(sleep, limits: .deadline(.seconds(300))) }
        try await TestServer.shared().waitUntilSleeping(connection)
        let second = Task { try await connection.ask(sleep, limits: .deadline(.seconds(300))) }
        let third = Task { try await connection.value("SELECT 'third' AS value") }
        second.cancel()
        let error = await #expect(throws: PostgresError.self) { _ = try await second.value }
        #expect(error?.kind == .cancelled)
        first.cancel()
        #expect(try await third.value == "third")
    }

    @Test("the server's own limit fails its question alone")
    func statementTimeout() async throws {
        let connection = try await openShared()
        let (slow, quick) = try await connection.ask(
            sleep, Values("SELECT 'quick' AS value"),
            limits: UnitLimits(statement: .milliseconds(50), lock: .seconds(1), deadline: .seconds(300)))
        #expect(slow.failure?.sqlState == "57014")
        #expect(slow.failure?.retry == .later)
        #expect(try quick.get() == ["quick"])
    }

    @Test("a question behind another session's lock gives up after the lock limit, the others are answered")
    func lockTimeout() async throws {
        let cluster = try TestServer.shared()
        let database = try cluster.createDatabase("locked", running: "CREATE TABLE t ()")
        let holder = Task { try await cluster.sql("BEGIN; LOCK TABLE t; SELECT pg_sleep(600)", database: database) }
        let connection = try await Connection.open(cluster.socketParameters.entering(database: database), on: Loop.shared)
        try await cluster.wait(
            until: "1", is: "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(database)' AND wait_event = 'PgSleep'")
        let (size, other) = try await connection.ask(
            Values("SELECT count(*) AS value FROM t", of: Int.self), Values("SELECT 'free' AS value"),
            limits: UnitLimits(statement: .seconds(60), lock: .milliseconds(50), deadline: .seconds(300)))
        #expect(size.failure?.sqlState == "55P03")
        #expect(try other.get() == ["free"])
        _ = try await cluster.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)' AND wait_event = 'PgSleep'")
        await #expect(throws: (any Error).self) { try await holder.value }
    }

    @Test("a link that has frozen ends as lost when neither the answer nor the cancel gets through")
    func frozenLink() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        let connection = try await Connection.open(cluster.loopbackParameters().with(["port": "\(link.port)"]), on: Loop.shared)
        link.set(.blackhole)
        let error = await #expect(throws: PostgresError.self) {
            _ = try await connection.ask(Values("SELECT 'x' AS value"), limits: .deadline(.milliseconds(50)))
        }
        #expect(error?.kind == .deadline)
        let next = await #expect(throws: PostgresError.self) { _ = try await connection.value("SELECT 'x' AS value") }
        #expect(next?.kind == .connectionLost)
    }
}
