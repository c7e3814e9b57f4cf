import DemoCluster
import Foundation
import TestSupport

/// Measures the built pgdeck on a server of its own and prints the figures; judges nothing. Started by Scripts/benchmark with pgdeck's path.
@main
struct Benchmark {
    let pgdeck: String
    let cluster: ThrowawayCluster
    let home: TestFolder

    static let relations = 10_000

    static func main() throws {
        guard CommandLine.arguments.count == 2 else { throw BenchmarkError("usage: Benchmark PATH-OF-PGDECK") }
        LeftoverClusters.remove()
        let benchmark = try Benchmark(
            pgdeck: CommandLine.arguments[1],
            cluster: ThrowawayCluster(TestServer.options { $0.configuration = ["max_locks_per_transaction = 256"] }),
            home: TestFolder())
        defer { benchmark.cluster.remove() }
        try benchmark.run()
    }

    private func run() throws {
        FileHandle.standardError.write(Data("making \(Self.relations) tables\n".utf8))
        try cluster.runSQL("CREATE ROLE bench LOGIN PASSWORD 'bench'")
        try cluster.runSQL("CREATE DATABASE benchmark")
        for part in 0..<10 {
            let tables =
                "FOR n IN 1..\(Self.relations / 10) LOOP EXECUTE format('CREATE TABLE t%s (id integer)', \(part) * 100000 + n); END LOOP"
            try cluster.runSQL("DO $$ BEGIN \(tables); END $$", database: "benchmark")
        }
        try cluster.runSQL("VACUUM ANALYZE pg_class", database: "benchmark")

        try measureStart()
        try measureRoundTrips()
        try measureKeysWhileLoading()
        try measureLoaded()
        try measureIdleBesidePeers()
        try measureDescribing()
        try measureReports()
        try measureFinding()
    }

    func open(through link: BadLink? = nil, database: String = "benchmark") throws -> PseudoTerminal {
        var environment = ChildProcess.inheritedEnvironment().filter { !$0.key.hasPrefix("DB_") }
        environment["HOME"] = home.path
        environment["XDG_CONFIG_HOME"] = home.path
        environment["TERM"] = "xterm-256color"
        environment["LC_ALL"] = "C.UTF-8"
        environment["DB_HOST"] = link?.host ?? cluster.host
        environment["DB_PORT"] = "\(link?.port ?? cluster.port)"
        environment["DB_USER"] = "bench"
        environment["DB_PASSWORD"] = "bench"
        environment["DB_NAME"] = database
        return try PseudoTerminal([pgdeck], environment: environment)
    }

    func link() throws -> BadLink { try BadLink(to: .tcp(host: cluster.host, port: cluster.port)) }

    private func measureStart() throws {
        var frames: [Duration] = []
        var lists: [Duration] = []
        for _ in 0..<20 {
            let terminal = try open()
            frames.append(try terminal.time(of: "Databases"))
            lists.append(try terminal.time(of: "template0"))
        }
        report("start to first frame", frames)
        report("start to database list (loopback, SCRAM)", lists)
    }

    private func measureRoundTrips() throws {
        let link = try link()
        link.delay(milliseconds: 100)
        let terminal = try open(through: link)
        let time = try terminal.time(of: "template0")
        report(
            "start to database list, round trip 200 ms",
            "\(tenths(time / .milliseconds(1))) ms, so \(tenths(time / .milliseconds(200))) round trips")

        var environment = ChildProcess.inheritedEnvironment()
        environment["PGPASSWORD"] = "bench"
        let arguments = ["-X", "-h", link.host, "-p", "\(link.port)", "-U", "bench", "-d", "benchmark", "-c", "SELECT 1"]
        let began = ContinuousClock.now
        _ = try ChildProcess.run(cluster.programs.path("psql"), arguments, environment: environment)
        let other = began.duration(to: .now)
        report(
            "  psql -c 'SELECT 1' on the same link",
            "\(tenths(other / .milliseconds(1))) ms, so \(tenths(other / .milliseconds(200))) round trips")
    }

    private func measureKeysWhileLoading() throws {
        let link = try link()
        link.rate(bytesPerSecond: 60_000)
        let terminal = try open(through: link)
        try terminal.time(of: "template0")
        let before = link.statistics.bytesDown
        report("key to repaint while \(Self.relations) relations load", terminal.storm("j", "k", count: 400))
        report("  loaded meanwhile", "\((link.statistics.bytesDown - before) / 1024) kB")
    }

    private func measureLoaded() throws {
        let link = try link()
        let terminal = try open(through: link)
        try terminal.time(of: "template0")
        terminal.rest(.seconds(4))
        report("key to repaint with \(Self.relations) relations", terminal.storm("j", "k", count: 400))
        terminal.type("\t")
        terminal.rest(.seconds(1))
        report("page down and up through them", terminal.storm("\u{4}", "\u{15}", count: 200))
        try measureIdle(terminal)
        link.set(.freeze)
        report("key to repaint on a frozen link", terminal.storm("j", "k", count: 400))
    }

    private func measureIdle(_ terminal: PseudoTerminal) throws {
        terminal.rest(.seconds(2))
        guard let before = ProcessFigures(of: terminal.child.processID) else {
            return report("memory and wake-ups", "not measured on this system")
        }
        report(
            "resident memory, \(Self.relations) relations",
            "\(tenths(Double(before.residentKilobytes) / 1024)) MB, \(before.threads) threads")
        for (name, key) in [("with a refresh each 2 s", ""), ("with the refresh paused", "p")] {
            terminal.type(key)
            terminal.rest(.seconds(3))
            let from = ProcessFigures(of: terminal.child.processID)?.contextSwitches ?? 0
            terminal.rest(.seconds(20))
            let to = ProcessFigures(of: terminal.child.processID)?.contextSwitches ?? 0
            report("context switches in 20 s, \(name)", "\(to - from)")
        }
    }
}
