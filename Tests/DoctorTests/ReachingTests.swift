import DemoCluster
import Doctor
import Settings
import TestSupport
import Testing

@Suite("The way to an address")
struct ReachingTests {
    @Test("all holds on a good way: no warning, status 0, each step once and in order")
    func good() async throws {
        let diagnosis = try await Scene(TestServer.shared()).examine()
        #expect(diagnosis.verdict == .ok, "\(diagnosis.printed)")
        #expect(diagnosis.exitStatus == 0)
        #expect(diagnosis.steps.map(\.name) == Step.Name.allCases.filter { $0 != .socket })
        #expect(diagnosis.seen(.version).hasPrefix("PostgreSQL \(try TestServer.shared().majorVersion)"))
        #expect(diagnosis.seen(.authentication).contains("SCRAM-SHA-256"))
    }

    @Test("a name with one address that refuses and one that accepts leads in; the refusing one is a warning that names the good one")
    func oneAddressRefuses() async throws {
        let cluster = try TestServer.shared()
        var scene = try Scene(cluster, host: "db.example.org")
        scene.names = ["db.example.org": ["127.0.0.2", "127.0.0.1"]]
        let diagnosis = try await scene.examine()
        #expect(diagnosis.seen(.name) == "db.example.org is 127.0.0.2, 127.0.0.1")
        #expect(diagnosis.verdicts(.tcp) == [.warning, .ok])
        #expect(diagnosis.steps(.tcp)[0].seen == ["127.0.0.2 port \(cluster.port) (IPv4): refused"])
        #expect(diagnosis.steps(.tcp)[0].advice?.contains("hostaddr=127.0.0.1") == true)
        #expect(diagnosis.verdicts(.login) == [.ok])
        #expect(diagnosis.exitStatus == 0)
        #expect(diagnosis.next == diagnosis.steps(.tcp)[0].advice)
    }

    @Test("an address that takes the connection and says nothing does not keep from the next one")
    func oneAddressSilent() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        var scene = try Scene(dotEnv: "DB_USER=postgres")
        scene.commandLine.database =
            "host=127.0.0.1,127.0.0.1 port=\(link.port),\(cluster.port) user=postgres dbname=postgres password=\(cluster.superuserPassword)"
        scene.limit = .milliseconds(500)
        let diagnosis = try await scene.examine()
        #expect(diagnosis.verdicts(.server) == [.warning, .ok])
        #expect(diagnosis.verdicts(.login) == [.ok])
    }

    @Test("when every address refuses there is no answer, the port is what to look at, and nothing later is tried")
    func allRefuse() async throws {
        let port = try freeLoopbackPort()
        var scene = try Scene(TestServer.shared(), host: "db.example.org", port: port)
        scene.names = ["db.example.org": ["127.0.0.2", "127.0.0.1"]]
        let diagnosis = try await scene.examine()
        #expect(diagnosis.verdicts(.tcp) == [.failed, .failed])
        #expect(diagnosis.exitStatus == 2)
        #expect(diagnosis.summary == "No server answers: none of 2 addresses takes a connection.")
        #expect(diagnosis.next?.contains("DB_PORT in .env:2") == true)
        let later = diagnosis.steps.drop { $0.name != .server }
        #expect(later.map(\.name) == Array(Step.Name.allCases.drop { $0 != .server }))
        #expect(later.allSatisfy { $0.verdict == .skipped && $0.seen == ["not tried: no address is open"] })
    }

    @Test("a name without an address is no answer; a second host that has one is tried")
    func unknownName() async throws {
        let cluster = try TestServer.shared()
        var scene = try Scene(cluster, host: "db.example.org")
        scene.names = [:]
        let alone = try await scene.examine()
        #expect(alone.verdicts(.name) == [.failed])
        #expect(alone.exitStatus == 2)
        #expect(alone.next?.contains("DB_HOST in .env:1") == true)

        var both = try Scene(cluster, host: "db.example.org,127.0.0.1", port: cluster.port)
        both.names = ["127.0.0.1": ["127.0.0.1"]]
        let diagnosis = try await both.examine()
        #expect(diagnosis.verdicts(.name) == [.warning, .ok])
        #expect(diagnosis.exitStatus == 0)
    }

    @Test("a port that takes the connection and never answers is told as such")
    func silent() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        link.set(.blackhole)
        var scene = try Scene(cluster, port: link.port)
        scene.limit = .milliseconds(300)
        let diagnosis = try await scene.examine()
        #expect(diagnosis.verdicts(.tcp) == [.ok])
        #expect(diagnosis.verdicts(.server) == [.failed])
        #expect(diagnosis.seen(.server).contains("says nothing"))
        #expect(diagnosis.exitStatus == 2)
    }

    @Test(
        "what is no PostgreSQL is told by its name",
        arguments: [
            ("HTTP/1.1 400 Bad Request\r\n\r\n", true, "a web server"), ("HTTP/1.1 400 Bad Request\r\n\r\n", false, "a web server"),
            ("SSH-2.0-OpenSSH_9.2\r\n", false, "an SSH server"), ("220 mail.example.org ESMTP\r\n", false, "220 mail.example.org ESMTP"),
        ])
    func stranger(words: String, afterLine: Bool, expected: String) async throws {
        let server = try TalkingServer(saying: words, afterLine: afterLine)
        var scene = try Scene(TestServer.shared(), port: server.port)
        if afterLine { scene.limit = .milliseconds(500) }
        let diagnosis = try await scene.examine()
        #expect(diagnosis.seen(.server).contains("not PostgreSQL but"))
        #expect(diagnosis.seen(.server).contains(expected))
        #expect(diagnosis.exitStatus == 2)
    }

    @Test("over a socket its file is looked at, TLS is not needed, and a missing one says which there are")
    func socket() async throws {
        let cluster = try TestServer.shared()
        var scene = try Scene()
        scene.commandLine.host = cluster.socketDirectory
        scene.commandLine.port = "\(cluster.port)"
        scene.commandLine.user = ThrowawayCluster.superuser
        scene.commandLine.database = "postgres"
        let good = try await scene.examine()
        #expect(good.exitStatus == 0)
        #expect(good.verdicts(.socket) == [.ok])
        #expect(good.seen(.tls) == "not needed over a Unix socket")
        scene.commandLine.port = "1"
        let missing = try await scene.examine()
        #expect(missing.verdicts(.socket) == [.failed])
        #expect(missing.next == "a server listens elsewhere: pgdeck doctor -h \(cluster.socketDirectory) -p \(cluster.port)")
        #expect(missing.exitStatus == 2)
    }
}
