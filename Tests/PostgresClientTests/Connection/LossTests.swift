import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

@Suite struct LossTests {
    @Test("an administrator's termination of an idle session is told at once, with the server's words")
    func terminatedWhileIdle() async throws {
        let connection = try await openShared()
        let loss = await nextLoss(of: connection) {
            _ = try await TestServer.shared().sql("SELECT pg_terminate_backend(\(connection.server.backendPID))")
        }
        #expect(loss.kind == .connectionLost)
        #expect(loss.sqlState == "57P01")
        #expect(loss.retry == .later)
        let error = await #expect(throws: PostgresError.self) { _ = try await connection.value("SELECT 1 AS value") }
        #expect(error == loss)
    }

    @Test("a termination in the middle of a question fails the unit and those behind it, with the server's words")
    func terminatedWhileBusy() async throws {
        let connection = try await openShared()
        let cluster = try TestServer.shared()
        let first = Task { try await connection.value("SELECT pg_sleep(600) AS value") }
        try await cluster.waitUntilSleeping(connection)
        let second = Task { try await connection.value("SELECT 'second' AS value") }
        let loss = await nextLoss(of: connection) {
            _ = try await cluster.sql("SELECT pg_terminate_backend(\(connection.server.backendPID))")
        }
        #expect(loss.sqlState == "57P01")
        for task in [first, second] {
            let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
            #expect(error == loss)
        }
    }

    @Test("a reset of an idle connection is told at once", arguments: [true, false])
    func reset(abruptly: Bool) async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        let connection = try await Connection.open(cluster.loopbackParameters().with(["port": "\(link.port)"]), on: Loop.shared)
        let loss = await nextLoss(of: connection) { if abruptly { link.reset() } else { link.close() } }
        #expect(loss.kind == .connectionLost)
        #expect(loss.sqlState == nil)
        #expect(loss.context == "connected to 127.0.0.1 port \(link.port)")
        #expect(!loss.message.contains("\n"))
    }

    @Test("a handler that comes after the loss is called at once")
    func lateHandler() async throws {
        let connection = try await openShared()
        let first = await nextLoss(of: connection) {
            _ = try await TestServer.shared().sql("SELECT pg_terminate_backend(\(connection.server.backendPID))")
        }
        #expect(await nextLoss(of: connection) {} == first)
    }

    @Test("closing ends the unit under way as cancelled and calls no loss handler")
    func closing() async throws {
        let connection = try await openShared()
        await connection.onLoss { Issue.record("told as lost: \($0)") }
        let task = Task { try await connection.value("SELECT pg_sleep(600) AS value") }
        let cluster = try TestServer.shared()
        try await cluster.waitUntilSleeping(connection)
        await connection.close()
        let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
        #expect(error?.kind == .cancelled)
    }

    @Test("a connection that nobody holds any more ends its session")
    func released() async throws {
        let cluster = try TestServer.shared()
        let pid = try await openShared().server.backendPID
        try await cluster.wait(until: "0", is: "SELECT count(*) FROM pg_stat_activity WHERE pid = \(pid)")
    }

    /// What the loss handler is told after `cause`.
    private func nextLoss(of connection: Connection, after cause: @Sendable () async throws -> Void) async -> PostgresError {
        let (losses, continuation) = AsyncStream.makeStream(of: PostgresError.self)
        await connection.onLoss { continuation.yield($0) }
        do {
            try await cause()
        } catch {
            Issue.record(error)
        }
        for await loss in losses { return loss }
        return PostgresError(.protocolViolation, "no loss was told")
    }
}
