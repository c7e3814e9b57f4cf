import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

@Suite struct SeveralHostsTests {
    @Test("past a refusing first host the second is taken")
    func firstRefuses() async throws {
        let cluster = try TestServer.shared()
        let parameters = try cluster.loopbackParameters().with([
            "host": "127.0.0.1,127.0.0.1", "port": "\(freeLoopbackPort()),\(cluster.port)",
        ])
        #expect(try await Connection.open(parameters, on: Loop.shared).server.port == "\(cluster.port)")
    }

    @Test("past a silent first host the second is taken: the first has a deadline of its own")
    func firstSilent() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        let parameters = cluster.loopbackParameters().with(["host": "127.0.0.1,127.0.0.1", "port": "\(link.port),\(cluster.port)"])
        let connection = try await Connection.open(parameters, on: Loop.shared, attemptDeadline: .seconds(4))
        #expect(connection.server.port == "\(cluster.port)")
    }

    @Test("past a name without an address a socket is taken; lists may mix them")
    func mixed() async throws {
        let cluster = try TestServer.shared()
        let parameters = cluster.socketParameters.with(["host": "pgdeck.invalid,\(cluster.socketDirectory)"])
        #expect(try await Connection.open(parameters, on: Loop.shared).server.host == cluster.socketDirectory)
    }

    @Test("when all fail the error names each address and how it failed")
    func allFail() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        let refusing = try freeLoopbackPort()
        let error = try await failure(
            opening: ConnectionParameters(["host": "127.0.0.1,127.0.0.1", "port": "\(refusing),\(link.port)"]),
            attemptDeadline: .milliseconds(200))
        #expect(error.kind == .unreachable)
        #expect(error.message == "127.0.0.1 port \(refusing): Connection refused; 127.0.0.1 port \(link.port): no answer in 0.2 s")
    }
}

/// Beside the shared server, which is a primary, a standby.
@Suite(
    .ownServer { _ in
    } prepare: { cluster in
        _ = try cluster.runSQL("COPY (SELECT 1) TO PROGRAM 'cat >standby.signal'")
        try cluster.restart()
    })
struct SessionAttributesTests {
    /// The standby first, then the primary.
    private func parameters(_ wanted: String, reversed: Bool = false) throws -> ConnectionParameters {
        let servers = [try OwnServer.current, try TestServer.shared()]
        let order = reversed ? servers.reversed() : servers
        return ConnectionParameters([
            "host": order.map(\.socketDirectory).joined(separator: ","), "port": order.map { "\($0.port)" }.joined(separator: ","),
            "user": "postgres", "dbname": "postgres", "target_session_attrs": wanted,
        ])
    }

    @Test("a session of the wanted kind is looked for among the hosts", arguments: ["read-write", "primary"])
    func primary(wanted: String) async throws {
        let server = try await Connection.open(parameters(wanted), on: Loop.shared).server
        #expect(try server.port == "\(TestServer.shared().port)")
    }

    @Test("a standby is looked for among the hosts", arguments: ["read-only", "standby", "prefer-standby"])
    func standby(wanted: String) async throws {
        let server = try await Connection.open(parameters(wanted, reversed: true), on: Loop.shared).server
        #expect(try server.port == "\(OwnServer.current.port)")
    }

    @Test("any takes the first; prefer-standby takes a primary where there is no standby")
    func others() async throws {
        let any = try await Connection.open(parameters("any"), on: Loop.shared)
        #expect(try any.server.port == "\(OwnServer.current.port)")
        #expect(try await any.value("SELECT pg_is_in_recovery() AS value", of: Bool.self) == true)
        let primary = try TestServer.shared().socketParameters.with(["target_session_attrs": "prefer-standby"])
        let port = try TestServer.shared().port
        #expect(try await Connection.open(primary, on: Loop.shared).server.port == "\(port)")
    }

    @Test("where no host has a session of the wanted kind the error says what each has")
    func none() async throws {
        let primary = try TestServer.shared().socketParameters.with(["target_session_attrs": "standby"])
        let error = try await failure(opening: primary)
        #expect(error.kind == .refusedByServer)
        #expect(error.message == "the server is not a standby")
    }
}
