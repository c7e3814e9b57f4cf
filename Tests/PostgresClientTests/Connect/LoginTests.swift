import DemoCluster
import EventLoop
import PostgresClient
import TestSupport
import Testing

@Suite(
    .ownServer {
        $0.hostBasedAuthentication = [
            "host md5db all 127.0.0.1/32 md5", "host scramdb all 127.0.0.1/32 scram-sha-256", "host closed all 127.0.0.1/32 reject",
        ]
    } prepare: { cluster in
        for database in ["md5db", "scramdb", "closed"] { _ = try cluster.runSQL("CREATE DATABASE \(database)") }
        _ = try cluster.runSQL(
            """
            CREATE ROLE reader LOGIN PASSWORD 'right'; CREATE ROLE nobody_in NOLOGIN PASSWORD 'right';
            SET password_encryption = 'md5'; CREATE ROLE old_reader LOGIN PASSWORD 'right';
            REVOKE CONNECT ON DATABASE postgres FROM PUBLIC
            """)
    })
struct LoginTests {
    private func parameters(_ database: String, _ user: String = "reader", password: String?) throws -> ConnectionParameters {
        var parameters = try OwnServer.current.loopbackParameters(user, database: database).with(["passfile": "/nonexistent"])
        parameters.password = password.map(Secret.init)
        return parameters
    }

    @Test("SCRAM and md5 let in with the right password", arguments: [("scramdb", "reader"), ("md5db", "reader"), ("md5db", "old_reader")])
    func rightPassword(database: String, user: String) async throws {
        let connection = try await Connection.open(parameters(database, user, password: "right"), on: Loop.shared)
        #expect(connection.server.user == user)
        #expect(connection.server.usedPassword)
    }

    @Test("a wrong password is a refused login in the server's words", arguments: ["scramdb", "md5db"])
    func wrongPassword(database: String) async throws {
        let error = try await failure(opening: parameters(database, password: "wrong-geheim"))
        #expect(error.kind == .authentication)
        #expect(error.sqlState == "28P01")
        #expect(error.message == #"password authentication failed for user "reader""#)
        #expect(error.retry == .never)
        #expect(!"\(error)".contains("geheim"))
    }

    @Test("without a password the error says that one is needed", arguments: ["scramdb", "md5db"])
    func noPassword(database: String) async throws {
        let error = try await failure(opening: parameters(database, password: nil))
        #expect(error.kind == .passwordRequired)
    }

    @Test("a password file is looked up by the name of the host, not by the address it was resolved to")
    func passwordFile() async throws {
        let port = try OwnServer.current.port
        let folder = try TestFolder()
        let file = try folder.write("pgpass", "127.0.0.1:*:*:*:wrong\nlocalhost:\(port):scramdb:reader:right\n")
        let connection = try await Connection.open(
            parameters("scramdb", password: nil).with(["host": "localhost", "passfile": file]), on: Loop.shared)
        #expect(connection.server.usedPassword)
    }

    @Test("a password file that others may read does not count, and the error says so")
    func openPasswordFile() async throws {
        let folder = try TestFolder()
        let file = try folder.write("pgpass", "*:*:*:*:right\n", mode: 0o644)
        let error = try await failure(opening: parameters("scramdb", password: nil).with(["passfile": file]))
        #expect(error.kind == .passwordRequired)
        #expect(error.hint?.contains("chmod 600 \(file)") == true)
    }

    @Test("a database that does not exist, one without CONNECT, and one closed by pg_hba.conf each say why")
    func refusals() async throws {
        let missing = try await failure(opening: parameters("nowhere", password: "right"))
        #expect(missing.kind == .refusedByServer)
        #expect(missing.sqlState == "3D000")
        let noConnect = try await failure(opening: parameters("postgres", password: "right"))
        #expect(noConnect.kind == .refusedByServer)
        #expect(noConnect.sqlState == "42501")
        #expect(noConnect.detail == "User does not have CONNECT privilege.")
        let closed = try await failure(opening: parameters("closed", password: "right"))
        #expect(closed.kind == .authentication)
        #expect(closed.sqlState == "28000")
        let noLogin = try await failure(opening: parameters("scramdb", "nobody_in", password: "right"))
        #expect(noLogin.kind == .authentication)
        #expect(noLogin.sqlState == "28000")
    }

    @Test("a refused login is not tried on the next host: the password goes to one server only")
    func noSecondHost() async throws {
        let cluster = try OwnServer.current
        let second = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { second.stop() }
        let error = try await failure(
            opening: parameters("scramdb", password: "wrong").with([
                "host": "127.0.0.1,127.0.0.1", "port": "\(cluster.port),\(second.port)",
            ]))
        #expect(error.sqlState == "28P01")
        #expect(second.statistics.accepted == 0)
    }
}
