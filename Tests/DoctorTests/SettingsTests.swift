import DemoCluster
import Doctor
import Settings
import TestSupport
import Testing

@Suite("What the settings come to")
struct SettingsStepTests {
    @Test("a .env that others may read and a malformed line are warnings with what to do; the password is never printed")
    func dotEnv() async throws {
        let cluster = try TestServer.shared()
        let scene = try Scene(cluster, more: "this is no statement", mode: 0o644)
        let diagnosis = try await scene.examine()
        #expect(diagnosis.verdicts(.dotEnv) == [.ok, .warning, .warning])
        #expect(diagnosis.seen(.dotEnv).contains("sets DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD"))
        #expect(diagnosis.steps(.dotEnv).contains { $0.advice == "chmod 600 \(scene.folder.path)/.env" })
        #expect(diagnosis.steps(.dotEnv).contains { $0.advice?.hasPrefix("write line 6 of \(scene.folder.path)/.env") == true })
        #expect(diagnosis.exitStatus == 0)
        #expect(diagnosis.verdict == .warning)
        #expect(!diagnosis.printed.contains(cluster.superuserPassword))
    }

    @Test("each setting is told with the place that it comes from")
    func places() async throws {
        var scene = try Scene(TestServer.shared())
        scene.commandLine.user = "somebody"
        let lines = try await scene.examine().steps(.settings)[0].seen
        let words = lines.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(words.contains("host 127.0.0.1 .env:1"))
        #expect(words.contains("user somebody command line"))
        #expect(words.contains("sslmode prefer default"))
    }

    @Test("what a server on the command line puts out of force is said in one line")
    func discarded() async throws {
        var scene = try Scene(TestServer.shared())
        scene.commandLine.host = "127.0.0.1"
        scene.commandLine.port = "\(try TestServer.shared().port)"
        let diagnosis = try await scene.examine()
        #expect(
            diagnosis.steps(.dotEnv)[0].seen.dropFirst() == [
                "not used: DB_USER, DB_PASSWORD, DB_HOST, DB_PORT, DB_NAME, since the command line names a server"
            ])
        #expect(diagnosis.steps(.dotEnv)[0].seen[0].hasSuffix("(nothing in it counts)"))
    }

    @Test("a password file that others may read is a warning that says what to do")
    func passwordFile() async throws {
        let cluster = try TestServer.shared()
        var scene = try Scene()
        let path = try scene.folder.write(".pgpass", "*:*:*:*:\(cluster.superuserPassword)\n", mode: 0o644)
        scene.commandLine.database = "host=127.0.0.1 port=\(cluster.port) user=postgres dbname=postgres passfile=\(path)"
        let diagnosis = try await scene.examine()
        #expect(diagnosis.verdicts(.libPQFiles) == [.ok, .warning])
        #expect(diagnosis.verdicts(.login) == [.failed])
        #expect(diagnosis.next == "chmod 600 \(path)")
        try scene.folder.write(".pgpass", "*:*:*:*:\(cluster.superuserPassword)\n")
        let good = try await scene.examine()
        #expect(good.seen(.login) == "as postgres, the password of \(path) is right")
        #expect(!good.printed.contains(cluster.superuserPassword))
    }

    @Test("an unknown service is a failure of the settings, and those that there are are named")
    func unknownService() async throws {
        var scene = try Scene()
        try scene.folder.write(".pg_service.conf", "[warehouse]\nhost=192.0.2.7\n")
        scene.commandLine.service = "warehouze"
        let diagnosis = try await scene.examine()
        #expect(diagnosis.exitStatus == 3)
        #expect(diagnosis.verdicts(.settings) == [.failed])
        #expect(diagnosis.next?.contains("warehouse") == true)
        #expect(diagnosis.steps.last?.seen == ["not tried: the settings make no sense"])
    }

    @Test("a value that libpq would refuse is told with its file and line")
    func badPort() async throws {
        let scene = try Scene(dotEnv: "DB_HOST=192.0.2.7\nDB_PORT=many\n")
        let diagnosis = try await scene.examine()
        #expect(diagnosis.exitStatus == 3)
        #expect(diagnosis.seen(.settings).contains(".env:2: DB_PORT is not a port"))
    }
}
