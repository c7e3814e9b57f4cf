import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("pgdeck status")
struct StatusTests {
    @Test("a server that answers is told in one line, with status 0 as pg_isready's")
    func accepting() throws {
        let run = StatusRun(try TestServer.shared())
        let outcome = try run.status()
        #expect(outcome.exit == .status(0))
        #expect(try run.isReady() == .status(0))
        #expect(outcome.output.split(separator: "\n").count == 1)
        let version = try run.cluster.runSQL("SHOW server_version").prefix { $0 != " " }
        #expect(outcome.output.contains("connected, PostgreSQL \(version), "))
        #expect(outcome.output.contains("primary"))
        #expect(outcome.error == "")
    }

    @Test("the JSON holds the three fields of the interface it stands in for, and what the server says of itself")
    func json() throws {
        let run = StatusRun(try TestServer.shared())
        let outcome = try run.status("--json")
        #expect(outcome.exit == .status(0))
        let object = try object(outcome.output)
        #expect(object["status"] as? String == "API is running")
        #expect(object["database"] as? String == "Connected")
        #expect(object["version"] as? String == (try run.cluster.runSQL("SELECT version()")))
        let server = try #require(object["server"] as? [String: Any])
        #expect(server["number"] as? Int == (try Int(run.cluster.runSQL("SHOW server_version_num"))))
        #expect(server["port"] as? String == "\(run.cluster.port)")
        #expect((object["role"] as? [String: Any])?["server"] as? String == "primary")
        #expect((object["sessions"] as? [String: Any])?["maximum"] as? Int == (try Int(run.cluster.runSQL("SHOW max_connections"))))
        #expect(!outcome.output.contains(run.cluster.superuserPassword))
    }

    @Test("a port where nobody listens is no answer, as pg_isready has it")
    func nobody() throws {
        var run = StatusRun(try TestServer.shared())
        run.port = try freeLoopbackPort()
        let outcome = try run.status()
        #expect(outcome.exit == .status(2))
        #expect(try run.isReady() == .status(2))
        #expect(outcome.output.contains("connection refused"))
    }

    @Test("a server that libpq's variables lead to is named though nobody answers")
    func nobodyByVariables() throws {
        let run = StatusRun(try TestServer.shared())
        let port = "\(try freeLoopbackPort())"
        let outcome = try ChildProcess.run(
            builtBinary(), ["status", "-w"], environment: run.environment(["PGHOST": "127.0.0.1", "PGPORT": port, "PGUSER": "ana"]),
            deadline: 60)
        #expect(outcome.exit == .status(2))
        #expect(outcome.output.hasPrefix("ana@127.0.0.1:\(port): connection refused"))
    }

    @Test("a wrong password, a role that may not come, and a database that is not there are refusals")
    func refusals() throws {
        let cluster = try ThrowawayCluster(
            TestServer.options { $0.hostBasedAuthentication = ["host all shunned 127.0.0.1/32 reject"] })
        defer { cluster.remove() }
        var run = StatusRun(cluster)
        run.password = "wrong-secret-7"
        let outcome = try run.status()
        #expect(outcome.exit == .status(1))
        #expect(outcome.output.contains("28P01"))
        #expect(!(outcome.output + outcome.error).contains("wrong-secret-7"))
        var missing = run
        missing.password = ""
        #expect(try missing.status().exit == .status(1))
        run = StatusRun(cluster)
        run.user = "shunned"
        #expect(try run.status().exit == .status(1))
        run = StatusRun(cluster)
        run.database = "nowhere"
        let nowhere = try run.status()
        #expect(nowhere.exit == .status(1))
        #expect(nowhere.output.contains("no such database"))
    }

    @Test("a frozen server is no answer once the time is over, and one that comes up refuses until it is there")
    func frozenAndStopped() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let run = StatusRun(cluster)
        cluster.signalPostmaster(SIGSTOP)
        let frozen = try run.status("--timeout", "1")
        let ready = try run.isReady()
        cluster.signalPostmaster(SIGCONT)
        #expect(frozen.exit == .status(2))
        #expect(frozen.output.contains("no answer within 1 s"))
        #expect(ready == .status(2))
        try cluster.stop()
        #expect(try run.status().exit == .status(2))
        #expect(try run.isReady() == .status(2))
    }

    @Test("a server that shuts down refuses, as pg_isready has it")
    func shuttingDown() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let run = StatusRun(cluster)
        // A smart shutdown waits for the session of whoever watches.
        let watcher = try run.start(["status", "--watch", "0.5"])
        try watcher.wait("a live line") { $0.contains("connected") }
        cluster.signalPostmaster(SIGTERM)
        try watcher.eventually("the refusal", seconds: 30) { try run.isReady() == .status(1) ? true : nil }
        let outcome = try run.status()
        #expect(outcome.exit == .status(1))
        #expect(outcome.output.contains("57P03"))
        watcher.process.end()
    }

    @Test("a standby accepts, and says what it is")
    func standby() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let folder = try cluster.runSQL("SHOW data_directory")
        try cluster.stop()
        try Data().write(to: URL(filePath: folder + "/standby.signal"))
        try cluster.start()
        let run = StatusRun(cluster)
        let outcome = try run.status()
        #expect(outcome.exit == .status(0))
        #expect(outcome.output.contains("standby"))
        let object = try object(run.status("--json").output)
        #expect(object["recovery"] as? Bool == true)
        #expect((object["role"] as? [String: Any])?["server"] as? String == "standby")
    }

    @Test("settings that lead nowhere, and bad usage, end with status 3")
    func badSettings() throws {
        let run = StatusRun(try TestServer.shared())
        for arguments in [["--timeout", "0"], ["--watch", "0.1"], ["--log-file", "x"]] {
            #expect(try ChildProcess.run(builtBinary(), ["status"] + arguments, environment: run.environment()).exit == .status(3))
        }
        let bad = try ChildProcess.run(
            builtBinary(), ["status", "host=127.0.0.1 port=1 sslcert=/nowhere/at.all client_encoding=none gssencmode=bogus"],
            environment: run.environment())
        #expect(bad.exit == .status(3))
    }

    @Test("--watch tells a line each refresh, goes on over a server that goes away and returns, and ends by the signal")
    func watch() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let folder = try TestFolder()
        let log = folder.path + "/events.log"
        let watcher = try StatusRun(cluster).start(["status", "--watch", "0.5", "--log-file", log])
        let first = try watcher.wait("two live lines") { $0.contains("tx/s") }
        #expect(
            watcher.lines.prefix(first).allSatisfy { $0.wholeMatch(of: #/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z postgres@.*/#) != nil })
        try cluster.stop(.immediate)
        let away = try watcher.wait("the reason", after: first) { $0.contains("connection refused") }
        try watcher.wait("more of it", after: away) { $0.contains("connection refused") }
        try cluster.start()
        try watcher.wait("a live line", after: away) { $0.contains("connected, PostgreSQL") }
        watcher.process.send(SIGINT)
        #expect(watcher.process.wait(seconds: 10) == .status(130))
        let events = try #require(folder.read("events.log")).split(separator: "\n").map(String.init)
        #expect(events.first?.contains(" begin pgdeck ") == true)
        #expect(events.count { $0.contains(" link connected: postgres@127.0.0.1:") } == 2)
        #expect(events.contains { $0.contains(" link lost: ") })
        #expect(events.last?.hasSuffix(" end signal 2") == true)
        #expect(!events.joined().contains(cluster.superuserPassword))
        let attributes = try FileManager.default.attributesOfItem(atPath: log)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("a reader that stands still holds nothing up: the signal ends it all the same", arguments: ["a pipe", "a terminal"])
    func stalledReader(output: String) throws {
        let run = try StatusRun(TestServer.shared())
        var (reader, writer) = (Int32(-1), Int32(-1))
        if output == "a terminal" {
            #expect(openpty(&reader, &writer, nil, nil, nil) == 0)
        } else {
            var ends: [Int32] = [-1, -1]
            #expect(pipe(&ends) == 0)
            (reader, writer) = (ends[0], ends[1])
        }
        defer { for end in [reader, writer] { close(end) } }
        let watcher = try ChildProcess(
            builtBinary(), ["status", "--json", "--watch", "0.5"] + run.arguments, environment: run.environment(), input: reader,
            output: writer, error: writer)
        defer { watcher.end() }
        let isFull = { [writer] in
            var slot = pollfd(fd: writer, events: Int16(POLLOUT), revents: 0)
            return poll(&slot, 1, 0) == 0
        }
        let end = ContinuousClock.now + .seconds(60)
        while !isFull(), ContinuousClock.now < end { usleep(50_000) }
        #expect(isFull())
        // Long enough for more lines, which nobody takes.
        usleep(1_500_000)
        watcher.send(SIGTERM)
        #expect(watcher.wait(seconds: 10) == .status(143))
    }

    @Test("a link that falls silent is told, with every line a JSON object")
    func silent() throws {
        let link = try BadLink(to: .tcp(host: "127.0.0.1", port: TestServer.shared().port))
        let watcher = try StatusRun(TestServer.shared(), through: link).start(["status", "--json", "--watch", "0.5"])
        let live = try watcher.wait("a live line") { $0.contains("\"Connected\"") }
        link.set(.freeze)
        try watcher.wait("word of the silence", after: live) { $0.contains("\"Not connected\"") && $0.contains("no answer") }
        for line in watcher.lines.dropLast() { _ = try object(line) }
        watcher.process.send(SIGTERM)
        #expect(watcher.process.wait(seconds: 10) == .status(143))
    }

    @Test("a hang-up that was set to be ignored is, as nohup wants it")
    func nohup() throws {
        let run = StatusRun(try TestServer.shared())
        let folder = try TestFolder()
        let script = try folder.write("nohup.sh", "trap '' HUP; exec '\(try builtBinary())' \"$@\"\n")
        let watcher = try RunningPgdeck(
            [script, "status", "--watch", "0.5"] + run.arguments, environment: run.environment(), program: "/bin/sh")
        let first = try watcher.wait("a live line") { $0.contains("connected") }
        watcher.process.send(SIGHUP)
        try watcher.wait("two more", after: first + 1) { $0.contains("connected") }
        watcher.process.send(SIGTERM)
        #expect(watcher.process.wait(seconds: 10) == .status(143))
    }

    @Test("a reader that goes away ends --watch as it ends a filter")
    func closedPipe() throws {
        let run = StatusRun(try TestServer.shared())
        let folder = try TestFolder()
        let script = """
            '\(try builtBinary())' status --watch 3600 \(run.arguments.joined(separator: " ")) | head -n 1 > /dev/null
            echo ${PIPESTATUS[0]}
            """
        let outcome = try ChildProcess.run("/bin/bash", [folder.write("pipe.sh", script)], environment: run.environment(), deadline: 60)
        #expect(outcome.output == "141\n")
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
