import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct ServiceFileTests {
    /// libpq takes the file's path from the environment alone, so it is set once for the whole process.
    private static let file: Result<TestFolder, any Error> = Result {
        let cluster = try TestServer.shared()
        let folder = try TestFolder()
        let path = try folder.write(
            "pg_service.conf",
            """
            [both]
            host=pgdeck.invalid,\(cluster.socketDirectory)
            port=\(cluster.port)
            user=postgres
            dbname=postgres
            application_name=from the file
            client_encoding=LATIN1

            [loopback]
            host=localhost
            port=\(cluster.port)
            user=postgres
            dbname=postgres
            password=\(cluster.superuserPassword)

            [slow]
            host=127.0.0.1
            connect_timeout=2
            """)
        setenv("PGSERVICEFILE", path, 1)
        return folder
    }

    @Test("a service's hosts are tried like any others, and its settings hold, but not over the encoding")
    func hosts() async throws {
        _ = try Self.file.get()
        let connection = try await Connection.open(ConnectionParameters(["service": "both"]), on: Loop.shared)
        #expect(try connection.server.host == TestServer.shared().socketDirectory)
        let sql = "SELECT current_setting('application_name') || ' ' || current_setting('client_encoding') AS value"
        #expect(try await connection.value(sql) == "from the file UTF8")
    }

    @Test("a service's password is used, and what is given beside the service wins over it")
    func password() async throws {
        _ = try Self.file.get()
        let connection = try await Connection.open(ConnectionParameters(["service": "loopback"]), on: Loop.shared)
        #expect(connection.server.usedPassword)
        #expect(connection.server.address == "127.0.0.1")
        let cluster = try TestServer.shared()
        let other = try await Connection.open(
            ConnectionParameters(["service": "loopback", "host": cluster.socketDirectory]), on: Loop.shared)
        #expect(other.server.host == cluster.socketDirectory)
    }

    @Test("connect_timeout wins over the caller's deadline")
    func connectTimeout() async throws {
        _ = try Self.file.get()
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        let error = try await failure(
            opening: ConnectionParameters(["service": "slow", "port": "\(link.port)"]), attemptDeadline: .seconds(3600))
        #expect(error.message == "no answer in 2 s")
    }
}
