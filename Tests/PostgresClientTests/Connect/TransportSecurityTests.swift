import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

/// A server whose certificate names `localhost`, and which knows a client by a certificate of the same maker.
@Suite(
    .ownServer {
        // The installed server, whatever other one the tests run on: some builds have no TLS.
        $0.programs = nil
        $0.hostBasedAuthentication = [
            "hostssl certdb all 127.0.0.1/32 cert", "hostssl plaindb all 127.0.0.1/32 reject", "hostnossl plaindb all 127.0.0.1/32 trust",
            "hostssl all all 127.0.0.1/32 trust", "hostnossl all all 127.0.0.1/32 reject",
        ]
    } prepare: { cluster in
        // Made by the server itself, so that its key is its own and nobody else may read it.
        func shell(_ command: String) throws { _ = try cluster.runSQL("COPY (SELECT 1) TO PROGRAM $$cat >/dev/null; \(command)$$") }
        try shell(
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout server.key -out server.crt 2>/dev/null"
        )
        try shell("chmod 600 server.key")
        try shell("openssl req -newkey rsa:2048 -nodes -subj /CN=reader -keyout client.key -out client.csr 2>/dev/null")
        try shell("openssl x509 -req -in client.csr -CA server.crt -CAkey server.key -CAcreateserial -days 2 -out client.crt 2>/dev/null")
        for setting in ["ssl = on", "ssl_ca_file = 'server.crt'"] { _ = try cluster.runSQL("ALTER SYSTEM SET \(setting)") }
        _ = try cluster.runSQL("CREATE ROLE reader LOGIN; CREATE ROLE other LOGIN")
        for database in ["certdb", "plaindb"] { _ = try cluster.runSQL("CREATE DATABASE \(database)") }
        try cluster.restart()
    })
struct TransportSecurityTests {
    private func parameters(_ mode: String, database: String = "postgres", user: String = "reader") throws -> ConnectionParameters {
        let cluster = try OwnServer.current
        return ConnectionParameters([
            "host": "localhost", "hostaddr": "127.0.0.1", "port": "\(cluster.port)", "user": user, "dbname": database, "sslmode": mode,
            "sslrootcert": "/nonexistent", "sslcert": "/nonexistent", "sslkey": "/nonexistent",
        ])
    }

    private func certificate(_ name: String, in folder: TestFolder) throws -> String {
        try folder.write(name, OwnServer.current.runSQL("SELECT pg_read_file('\(name)')") + "\n")
    }

    @Test("prefer and require encrypt, and the identity names protocol and cipher", arguments: ["prefer", "require"])
    func encrypted(mode: String) async throws {
        let connection = try await Connection.open(parameters(mode), on: Loop.shared)
        #expect(connection.server.tls?.hasPrefix("TLSv1.") == true)
        #expect(try await connection.value("SELECT ssl AS value FROM pg_stat_ssl WHERE pid = pg_backend_pid()", of: Bool.self) == true)
    }

    @Test("disable is refused where the server wants TLS, prefer goes back to plain text where it wants none")
    func disabled() async throws {
        let refused = try await failure(opening: parameters("disable"))
        #expect(refused.sqlState == "28000")
        #expect(try await Connection.open(parameters("prefer", database: "plaindb"), on: Loop.shared).server.tls == nil)
    }

    @Test("require fails on a server without TLS")
    func noTLS() async throws {
        let error = try await failure(opening: TestServer.shared().loopbackParameters().with(["sslmode": "require"]))
        #expect(error.kind == .tls)
        #expect(error.message == "server does not support SSL, but SSL was required")
    }

    @Test("verify-full believes the certificate of the name asked for, and refuses it for another name")
    func verified() async throws {
        let folder = try TestFolder()
        let root = try certificate("server.crt", in: folder)
        let right = try parameters("verify-full").with(["sslrootcert": root])
        #expect(try await Connection.open(right, on: Loop.shared).server.tls != nil)
        let error = try await failure(opening: right.with(["host": "db.example.org"]))
        #expect(error.kind == .tls)
        #expect(error.message.contains("db.example.org"))
    }

    @Test("verify-full refuses a certificate that nobody vouches for, and a missing root certificate")
    func unverified() async throws {
        let folder = try TestFolder()
        let stranger = try certificate("client.crt", in: folder)
        #expect(try await failure(opening: parameters("verify-full").with(["sslrootcert": stranger])).kind == .tls)
        #expect(try await failure(opening: parameters("verify-full")).kind == .tls)
    }

    @Test("a client certificate lets in the role it names, and no other; without one the server refuses")
    func clientCertificate() async throws {
        let folder = try TestFolder()
        let files = ["sslcert": try certificate("client.crt", in: folder), "sslkey": try certificate("client.key", in: folder)]
        let connection = try await Connection.open(parameters("require", database: "certdb").with(files), on: Loop.shared)
        #expect(connection.server.user == "reader")
        let other = try await failure(opening: parameters("require", database: "certdb", user: "other").with(files))
        #expect(other.kind == .authentication)
        let none = try await failure(opening: parameters("require", database: "certdb"))
        #expect(none.kind == .authentication)
        #expect(none.message == "connection requires a valid client certificate")
    }
}
