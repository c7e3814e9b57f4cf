import DemoCluster
import EventLoop
import PostgresClient
import TestSupport

/// The loop that the tests of this target share.
enum Loop {
    static let shared: EventLoop = {
        do {
            let loop = try EventLoop()
            loop.start()
            return loop
        } catch {
            fatalError("\(error)")
        }
    }()
}

extension ThrowawayCluster {
    /// Over the Unix socket, where the superuser needs no password.
    var socketParameters: ConnectionParameters {
        ConnectionParameters(["host": socketDirectory, "port": "\(port)", "user": Self.superuser, "dbname": "postgres"])
    }

    /// Over TCP, with a password.
    func loopbackParameters(_ user: String = superuser, password: String? = nil, database: String = "postgres") -> ConnectionParameters {
        ConnectionParameters(
            ["host": host, "port": "\(port)", "user": user, "dbname": database],
            password: Secret(password ?? superuserPassword))
    }
}

/// The shared server, over its socket.
func openShared() async throws -> Connection {
    try await Connection.open(TestServer.shared().socketParameters, on: Loop.shared)
}

extension ConnectionParameters {
    func with(_ changes: [String: String]) -> ConnectionParameters {
        var changed = self
        for (keyword, value) in changes { changed[keyword] = value }
        return changed
    }
}

/// How opening a connection fails.
func failure(
    opening parameters: ConnectionParameters, attemptDeadline: Duration = .seconds(10)
) async throws -> PostgresError {
    do throws(PostgresError) {
        let connection = try await Connection.open(parameters, on: Loop.shared, attemptDeadline: attemptDeadline)
        await connection.close()
        throw PostgresError(.protocolViolation, "the connection was made, but should have been refused")
    } catch {
        return error
    }
}

extension ThrowawayCluster {
    /// psql on a thread of its own: a blocked thread of the pool would hold up the tests beside it.
    func sql(_ statements: String, database: String = "postgres") async throws -> String {
        let outcome = try await Loop.shared.offLoop(deadline: .now + .seconds(900)) {
            Result { try self.runSQL(statements, database: database) }
        }
        return try outcome?.get() ?? ""
    }

    /// Asks again and again until the answer is the wanted one.
    func wait(until wanted: String, is statement: String) async throws {
        while try await sql(statement) != wanted { try await Loop.shared.sleep(for: .milliseconds(10)) }
    }

    /// Until the connection's session sleeps in pg_sleep.
    func waitUntilSleeping(_ connection: Connection) async throws {
        try await wait(
            until: "1",
            is: "SELECT count(*) FROM pg_stat_activity WHERE pid = \(connection.server.backendPID) AND wait_event = 'PgSleep'")
    }
}
