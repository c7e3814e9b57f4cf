import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("The throw-away server")
struct ThrowawayClusterTests {
    @Test("stops, starts again on the same port, survives a kill, and leaves nothing behind")
    func lifeCycle() throws {
        let cluster = try ThrowawayCluster(TestServer.options { $0.configuration = ["work_mem = '3MB'"] })
        defer { cluster.remove() }
        let port = cluster.port
        #expect(try cluster.runSQL("SHOW work_mem") == "3MB")
        try cluster.runSQL("CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)")

        try cluster.stop()
        #expect(cluster.postmasterProcessID == nil)
        #expect(throws: DemoClusterError.self) { try cluster.runSQL("SELECT 1") }
        try cluster.start()
        #expect(cluster.port == port)

        try cluster.runSQL("CHECKPOINT")
        try cluster.killPostmaster()
        try cluster.start()
        #expect(try cluster.runSQL("SELECT id FROM kept") == "7")

        cluster.remove()
        #expect(cluster.postmasterProcessID == nil)
        #expect(!FileManager.default.fileExists(atPath: cluster.path))
    }

    @Test("what a killed owner left is stopped and deleted, what a living one has is left alone")
    func leftovers() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        LeftoverClusters.remove()
        #expect(try cluster.runSQL("SELECT 1") == "1")

        let marker = "\(cluster.path)/owner"
        let ended = try ChildProcess.run("/bin/sh", ["-c", "echo $$"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let started = try String(contentsOfFile: marker, encoding: .utf8).split(separator: " ")[1]
        try "\(ended) \(started)".write(toFile: marker, atomically: false, encoding: .utf8)
        let isReady = { try ChildProcess.run(cluster.programs.path("pg_isready"), ["-h", cluster.host, "-p", "\(cluster.port)"]).exit }
        #expect(try isReady() == .status(0))
        LeftoverClusters.remove()
        #expect(try isReady() == .status(2))
        #expect(!FileManager.default.fileExists(atPath: cluster.path))
    }

    @Test("an SQL error is told in psql's words")
    func sqlError() throws {
        let error = #expect(throws: DemoClusterError.self) { try TestServer.shared().runSQL("SELECT nowhere.to.be.found()") }
        #expect(error?.description.contains("ERROR") == true)
    }

    @Test("without server programs it says where it looked and how to install them")
    func noPrograms() throws {
        let error = #expect(throws: DemoClusterError.self) { try ServerPrograms.find(folder: "/nonexistent/bin") }
        #expect(error?.description.contains("/nonexistent/bin") == true)
        #expect(error?.description.contains("apt install postgresql") == true)
        #expect(error?.description.contains("brew install postgresql") == true)
    }

    @Test("the password is asked for over TCP and is the one it names")
    func passwordOverTCP() throws {
        let cluster = try TestServer.shared()
        let arguments = [
            "-X", "-w", "-At", "-h", cluster.host, "-p", "\(cluster.port)", "-U", ThrowawayCluster.superuser, "-c", "SELECT 1",
        ]
        let psql = cluster.programs.path("psql")
        var environment = ChildProcess.inheritedEnvironment()
        #expect(try ChildProcess.run(psql, arguments, environment: environment).exit == .status(2))
        environment["PGPASSWORD"] = cluster.superuserPassword
        #expect(try ChildProcess.run(psql, arguments, environment: environment).output == "1\n")
    }
}
