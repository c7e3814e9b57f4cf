import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("pgdeck serve")
struct ServeTests {
    @Test("the status comes from memory, 503 with the reason while the server is away, and returns by itself")
    func awayAndBack() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let serve = try StatusRun(cluster).start(["serve", "--listen", "127.0.0.1:0", "--refresh", "0.5"])
        let port = try serve.port()
        let live = try serve.eventually("200", seconds: 60) { try answer(port, is: 200) }
        #expect(live["version"] as? String == (try cluster.runSQL("SELECT version()")))
        #expect((live["missing"] as? [Any])?.isEmpty == true)
        try cluster.stop(.fast)
        let away = try serve.eventually("503", seconds: 60) { try answer(port, is: 503) }
        #expect(away["database"] as? String == "Not connected")
        #expect((away["reason"] as? String)?.isEmpty == false)
        #expect(away["version"] as? String == live["version"] as? String)
        #expect(try get(port, "/healthz").status == 200)
        #expect(try get(port, "/metrics").body.contains("\npgdeck_up 0\n"))
        try cluster.start()
        _ = try serve.eventually("200 again", seconds: 60) { try answer(port, is: 200) }
        #expect(try get(port, "/metrics").body.contains("\npgdeck_up 1\n"))
        serve.process.send(SIGTERM)
        #expect(serve.process.wait(seconds: 10) == .status(143))
    }

    @Test("while the link is silent requests are answered all the same, with 503")
    func silent() throws {
        let link = try BadLink(to: .tcp(host: "127.0.0.1", port: TestServer.shared().port))
        let serve = try StatusRun(TestServer.shared(), through: link).start(["serve", "--listen", "127.0.0.1:0", "--refresh", "0.5"])
        let port = try serve.port()
        _ = try serve.eventually("200", seconds: 60) { try answer(port, is: 200) }
        link.set(.freeze)
        let silent = try serve.eventually("503", seconds: 60) { try answer(port, is: 503) }
        #expect((silent["reason"] as? String)?.contains("no answer") == true)
    }

    @Test("a role without rights gets null for what it may not see, and the GRANT that would help is named")
    func missingRight() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        try cluster.runSQL("CREATE ROLE lectura LOGIN PASSWORD 'leer'; REVOKE ALL ON pg_catalog.pg_stat_database FROM PUBLIC")
        var run = StatusRun(cluster)
        run.user = "lectura"
        run.password = "leer"
        let serve = try run.start(["serve", "--listen", "127.0.0.1:0"])
        let port = try serve.port()
        let object = try serve.eventually("200", seconds: 60) { try answer(port, is: 200) }
        #expect((object["sessions"] as? [String: Any])?["used"] is NSNull)
        let missing = try #require(object["missing"] as? [[String: Any]])
        #expect(
            missing.contains {
                $0["probe"] as? String == "database_statistics"
                    && $0["grant"] as? String == "GRANT SELECT ON pg_catalog.pg_stat_database TO \"lectura\""
            })
        let metrics = try get(port, "/metrics").body
        #expect(!metrics.contains("\npgdeck_sessions "))
        #expect(metrics.contains("pgdeck_probe_answered{probe=\"database_statistics\"} 0"))
        #expect(!(metrics + serve.complaints).contains("leer"))
    }

    @Test("an address that others can reach takes a token, from the environment or config.toml, and never without")
    func token() throws {
        let run = StatusRun(try TestServer.shared())
        let refused = try ChildProcess.run(
            builtBinary(), ["serve", "--listen", "0.0.0.0:0"] + run.arguments, environment: run.environment(), deadline: 60)
        #expect(refused.exit == .status(3))
        #expect(refused.error.contains("PGDECK_TOKEN"))
        let token = "a-token-of-the-environment"
        let serve = try run.start(["serve", "--listen", "0.0.0.0:0"], settings: ["PGDECK_TOKEN": token])
        let port = try serve.port()
        #expect(try get(port, "/api/status").status == 401)
        #expect(try get(port, "/healthz", ["Authorization: Bearer \(token)"]).status == 200)
        #expect(!serve.complaints.contains(token))
        let folder = try TestFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/pgdeck", withIntermediateDirectories: true)
        _ = try folder.write("pgdeck/config.toml", "[serve]\ntoken = \"a-token-of-the-file\"\nlisten = \"127.0.0.1:0\"\n")
        let other = try run.start(["serve"], settings: ["XDG_CONFIG_HOME": folder.path])
        let otherPort = try other.port()
        #expect(try get(otherPort, "/healthz").status == 401)
        #expect(try get(otherPort, "/healthz", ["Authorization: Bearer a-token-of-the-file"]).status == 200)
    }

    @Test("an address in use, and a place where nobody can listen, are told")
    func cannotListen() throws {
        let run = StatusRun(try TestServer.shared())
        func outcome(_ address: String) throws -> ChildProcess.Outcome {
            try ChildProcess.run(
                builtBinary(), ["serve", "--listen", address] + run.arguments, environment: run.environment(), deadline: 60)
        }
        let taken = try outcome("127.0.0.1:\(run.cluster.port)")
        #expect(taken.exit == .status(1))
        #expect(taken.error.contains("in use"))
        #expect(try outcome("db.example.org:80").exit == .status(3))
    }

    private func get(_ port: Int, _ path: String, _ headers: [String] = []) throws -> RawClient.Response {
        let client = try RawClient(port: port)
        client.get(path, headers: headers)
        return try client.response()
    }

    /// The status as an object, where it came with this HTTP status.
    private func answer(_ port: Int, is status: Int) throws -> [String: Any]? {
        let response = try get(port, "/api/status")
        guard response.status == status else { return nil }
        return try JSONSerialization.jsonObject(with: Data(response.body.utf8)) as? [String: Any]
    }
}
