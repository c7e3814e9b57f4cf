import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("A recording and its replay")
struct ReplayTests {
    private func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
        let folder = try TestFolder()
        var environment = ChildProcess.inheritedEnvironment().filter { !$0.key.hasPrefix("DB_") }
        environment["HOME"] = folder.path
        environment["XDG_CONFIG_HOME"] = folder.path
        environment["LC_ALL"] = "C.UTF-8"
        return try ChildProcess.run(builtBinary(), arguments, environment: environment, deadline: 60)
    }

    @Test("what the dashboard recorded of a server that went away is replayed without any server")
    func dashboard() throws {
        let folder = try TestFolder()
        let file = "\(folder.path)/day.jsonl"
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let shop = try Shop(on: cluster)
        let session = try DashboardSession(["--record", file, "--refresh", "0.5"], settings: shop.settings())
        try session.terminal.wait(for: "orders", "tx/s")
        try session.terminal.press("m", "6")
        try session.terminal.wait(for: "public.orders")
        try cluster.stop(.fast)
        try session.terminal.wait(for: "next try in")
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
        cluster.remove()

        let replay = try DashboardSession(["replay", file])
        try replay.terminal.wait(for: "Monitor", "server away", "away for", "recorded", "stopped")
        try replay.terminal.press("6")
        try replay.terminal.wait(for: "public.orders")
        try replay.terminal.press("{", "Left")
        try replay.terminal.wait("the server as it was before") { !$0.contains("away for") && $0.contains("public.orders") }
        try replay.terminal.press("Home", "Space")
        try replay.terminal.wait("the end of the recording", seconds: 60) { $0.contains("this is the end") && $0.contains("away for") }
        try replay.terminal.press("?")
        try replay.terminal.wait(for: "go on by ten minutes")
        try replay.terminal.press("q")
        #expect(try replay.terminal.waitForExit() == 0)
        #expect(try replay.terminal.flags == .plain)

        let printed = try run(["replay", file])
        #expect(printed.exit == .status(0))
        #expect(printed.output.contains("Overview") && printed.output.contains("away for") && printed.output.contains("transactions"))
    }

    @Test("status --watch records what the monitor shows, and its own lines tell no more than without")
    func watched() throws {
        let folder = try TestFolder()
        let file = "\(folder.path)/day.jsonl"
        let watch = try StatusRun(TestServer.shared()).start(["status", "--json", "--watch", "0.5", "--record", file])
        try watch.wait("a line with facts") { $0.contains("\"available\": true") }
        try watch.wait("another one", after: 2) { $0.contains("\"available\": true") }
        watch.process.send(SIGTERM)
        #expect(watch.process.wait(seconds: 10) == .status(128 + SIGTERM))
        #expect(!watch.lines.contains { $0.contains("\"changed_settings\"") || $0.contains("\"tables\"") })
        let recorded = try String(contentsOfFile: file, encoding: .utf8)
        #expect(recorded.contains("\"changed_settings\"") && recorded.contains("\"tables\""))
        #expect(try run(["replay", file]).output.contains("PG "))
    }

    @Test("the log tells when an alert began and when it was over, in its own words")
    func alertsInLog() throws {
        let folder = try TestFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/pgdeck", withIntermediateDirectories: true)
        _ = try folder.write("pgdeck/config.toml", "[alerts]\nserver_away = 1\n")
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let log = "\(folder.path)/day.log"
        let watch = try StatusRun(cluster).start(
            ["status", "--json", "--watch", "0.5", "--log-file", log], settings: ["XDG_CONFIG_HOME": folder.path])
        try watch.wait("a line with facts") { $0.contains("\"available\": true") }
        try cluster.stop(.fast)
        try watch.eventually("an alert's beginning", seconds: 60) {
            folder.read("day.log")?.contains(" alert began: server_away critical: no answer for ") == true ? true : nil
        }
        try watch.wait("the alert in JSON") { $0.contains("\"name\": \"server_away\"") && $0.contains("no answer for ") }
        try cluster.start()
        try watch.eventually("the alert's end", seconds: 60) {
            folder.read("day.log")?.contains(" alert ended: server_away critical: ") == true ? true : nil
        }
    }

    @Test("lines that a disk does not take are told of at once, in the log too, and counted at the end")
    func fullDisk() throws {
        let folder = try TestFolder()
        let run = try StatusRun(TestServer.shared())
        // A limit on the size of files stands for a full disk.
        let limited = try RunningPgdeck(
            [
                "-c", "cd '\(folder.path)'; trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"", builtBinary(), "status", "--watch", "0.5",
                "--record", "day.jsonl",
            ]
                + ["--log-file", "day.log"] + run.arguments,
            environment: run.environment(), program: "/bin/sh")
        try limited.eventually("word of lost lines", seconds: 60) {
            limited.complaints.contains("the recording is losing lines: cannot write day.jsonl") ? true : nil
        }
        limited.process.send(SIGTERM)
        #expect(limited.process.wait(seconds: 10) == .status(128 + SIGTERM))
        #expect(limited.complaints.contains("the recording is not complete: "))
        #expect(folder.read("day.log")?.contains(" record the recording is losing lines") == true)
    }

    @Test("what is no recording is named with what is wrong, and status 3")
    func others() throws {
        let folder = try TestFolder()
        let later = try folder.write("later", #"{"schema":"pgdeck/record/2","at":1}"# + "\n")
        let cases = try [
            (folder.path + "/none", "No such file or directory"), (folder.write("text", "x = 1\n"), "is no recording of pgdeck's"),
            (folder.write("empty", ""), "holds no recorded moment"), (later, "by a later pgdeck"), (folder.path, "is no recording"),
        ]
        for (path, words) in cases {
            let outcome = try run(["replay", path])
            #expect(outcome.exit == .status(3) && outcome.output.isEmpty)
            #expect(outcome.error.contains(words), "\(path): \(outcome.error)")
        }
        #expect(try run(["replay"]).exit == .status(3))
    }
}
