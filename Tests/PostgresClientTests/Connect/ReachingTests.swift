import DemoCluster
import EventLoop
import PostgresClient
import Synchronization
import TestSupport
import Testing

@Suite struct ReachingTests {
    @Test("over a Unix socket the identity names the socket's directory")
    func unixSocket() async throws {
        let cluster = try TestServer.shared()
        let server = try await openShared().server
        #expect(server.host == cluster.socketDirectory)
        #expect(server.address == cluster.socketDirectory)
        #expect(server.port == "\(cluster.port)")
        #expect(server.user == "postgres")
        #expect(server.database == "postgres")
        #expect(try server.version.major == cluster.majorVersion)
        #expect(server.tls == nil)
        #expect(!server.usedPassword)
        #expect(server.serverEncoding == "UTF8")
        #expect(server.isSuperuser == true)
    }

    @Test("over TCP the name is resolved, each phase is told in its turn, and the identity has both name and address")
    func tcp() async throws {
        let cluster = try TestServer.shared()
        let phases = Mutex<[ConnectionPhase]>([])
        let parameters = cluster.loopbackParameters().with(["host": "localhost"])
        let server = try await Connection.open(parameters, on: Loop.shared) { phase in phases.withLock { $0.append(phase) } }.server
        #expect(server.host == "localhost")
        #expect(server.address == "127.0.0.1")
        #expect(server.usedPassword)
        // localhost may have an IPv6 address before, where nobody listens.
        let told = phases.withLock(\.self)
        #expect(told.first == .resolving(host: "localhost"))
        #expect(told.suffix(2) == [.connecting(address: "127.0.0.1 port \(cluster.port)"), .authenticating])
    }

    @Test("the user's own hostaddr is used as it is, and the host is not resolved")
    func hostAddress() async throws {
        let cluster = try TestServer.shared()
        let parameters = cluster.loopbackParameters().with(["host": "name.invalid", "hostaddr": "127.0.0.1"])
        let server = try await Connection.open(parameters, on: Loop.shared).server
        #expect(server.host == "name.invalid")
        #expect(server.address == "127.0.0.1")
    }

    @Test("a URI leads to the server")
    func uri() async throws {
        let cluster = try TestServer.shared()
        let parameters = try ConnectionParameters(
            connectionString: "postgresql://postgres:\(cluster.superuserPassword)@127.0.0.1:\(cluster.port)/postgres")
        #expect(try await Connection.open(parameters, on: Loop.shared).server.database == "postgres")
    }

    @Test("a refused port says which address refused")
    func refused() async throws {
        let port = try freeLoopbackPort()
        let error = try await failure(opening: ConnectionParameters(["host": "127.0.0.1", "port": "\(port)"]))
        #expect(error.kind == .unreachable)
        #expect(error.context == "connecting to 127.0.0.1 port \(port)")
        #expect(error.message == "Connection refused")
        #expect(error.retry == .later)
    }

    @Test("a missing socket is unreachable")
    func noSocket() async throws {
        let folder = try TestFolder()
        let error = try await failure(opening: ConnectionParameters(["host": folder.path]))
        #expect(error.kind == .unreachable)
        #expect(error.message == "No such file or directory")
    }

    @Test("a name without an address is a failure of the resolution")
    func unknownName() async throws {
        let error = try await failure(opening: ConnectionParameters(["host": "pgdeck.invalid"]))
        #expect(error.kind == .nameResolution)
        #expect(error.context == "resolving pgdeck.invalid")
    }

    @Test("a host that takes the connection and never answers is given up at its deadline")
    func silent() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        let parameters = cluster.loopbackParameters().with(["port": "\(link.port)"])
        let error = try await failure(opening: parameters, attemptDeadline: .milliseconds(300))
        #expect(error.kind == .unreachable)
        #expect(error.description == "connecting to 127.0.0.1 port \(link.port): no answer in 0.3 s")
    }

    @Test("a login over a slow line has its deadline for each answer, and with connect_timeout for all of them")
    func slow() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        // Two round trips of 1.2 s, as the server is asked for TLS first, and one before them for the line itself.
        link.delay(milliseconds: 600)
        let parameters = cluster.loopbackParameters().with(["port": "\(link.port)", "sslmode": "prefer"])
        let connection = try await Connection.open(parameters, on: Loop.shared, attemptDeadline: .seconds(3))
        await connection.close()
        link.delay(milliseconds: 400)
        let error = try await failure(opening: parameters.with(["connect_timeout": "2"]), attemptDeadline: .seconds(3))
        #expect(error.message == "no answer in 2 s")
    }

    @Test("a task that is cancelled while it connects to a silent host ends as cancelled")
    func cancelled() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        let parameters = cluster.loopbackParameters().with(["port": "\(link.port)"])
        let (phases, told) = AsyncStream.makeStream(of: ConnectionPhase.self)
        let task = Task { try await Connection.open(parameters, on: Loop.shared, attemptDeadline: .seconds(3600)) { told.yield($0) } }
        for await phase in phases where phase != .authenticating { break }
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
        #expect(error?.kind == .cancelled)
    }

    @Test(
        "settings that libpq refuses are refused before anything is looked up",
        arguments: [
            ["colour": "red"], ["sslmode": "perhaps"], ["host": "a,b", "port": "1,2,3"], ["target_session_attrs": "fast"],
            ["service": "pgdeck-has-no-such-service"], ["port": "70000", "host": "127.0.0.1"],
        ])
    func badParameters(values: [String: String]) async throws {
        #expect(try await failure(opening: ConnectionParameters(values)).kind == .badParameters)
    }
}
