import DemoCluster
import Foundation
import TestSupport

extension Benchmark {
    /// A program left open, and the link by which it goes to the server.
    private struct Idler {
        var name: String
        var terminal: PseudoTerminal
        var link: BadLink
    }

    /// pgdeck with the bar alone, pgdeck with the monitor open, and pg_activity where it is installed: side by side on one server, each with a
    /// refresh every two seconds. For a minute, or as many seconds as PGDECK_BENCHMARK_IDLE says.
    func measureIdleBesidePeers() throws {
        let seconds = ProcessInfo.processInfo.environment["PGDECK_BENCHMARK_IDLE"].flatMap { Int($0) } ?? 60
        var idlers = [try idler("pgdeck, the bar alone"), try idler("pgdeck, the monitor open")]
        try idlers[1].terminal.time(of: "template0")
        idlers[1].terminal.type("m")
        if let program = ChildProcess.inheritedEnvironment()["PATH"]?.split(separator: ":").map({ "\($0)/pg_activity" })
            .first(where: FileManager.default.isExecutableFile(atPath:))
        {
            let link = try link()
            var environment = ChildProcess.inheritedEnvironment()
            environment.merge(["PGPASSWORD": "bench", "TERM": "xterm-256color", "HOME": home.path, "LC_ALL": "C.UTF-8"]) { $1 }
            let arguments = ["-h", link.host, "-p", "\(link.port)", "-U", "bench", "-d", "benchmark", "--refresh", "2"]
            idlers.append(
                Idler(name: "pg_activity", terminal: try PseudoTerminal([program] + arguments, environment: environment), link: link))
        } else {
            report("pg_activity", "not measured: it is not installed (Debian's package pg-activity)")
        }
        for idler in idlers { idler.terminal.rest(.seconds(4)) }
        let before = idlers.map { (ProcessFigures(of: $0.terminal.child.processID), $0.link.statistics) }
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end { for idler in idlers { idler.terminal.rest(.milliseconds(200)) } }
        for (idler, before) in zip(idlers, before) {
            let link = idler.link.statistics
            guard let from = before.0, let to = ProcessFigures(of: idler.terminal.child.processID) else {
                report("\(idler.name), idle", "not measured: it has ended, or this system does not tell")
                continue
            }
            let refreshes = max(1, Double(link.roundTrips - before.1.roundTrips))
            let bytes = Double(link.bytesUp + link.bytesDown - before.1.bytesUp - before.1.bytesDown)
            report(
                "\(idler.name), \(seconds) s idle",
                """
                CPU \(tenths(to.cpuMilliseconds - from.cpuMilliseconds)) ms, \(to.contextSwitches - from.contextSwitches) wake-ups, \
                \(tenths(Double(from.residentKilobytes) / 1024)) then \(tenths(Double(to.residentKilobytes) / 1024)) MB, \
                \(Int(refreshes)) round trips of \(Int(bytes / refreshes)) bytes
                """)
        }
    }

    private func idler(_ name: String) throws -> Idler {
        let link = try link()
        return Idler(name: name, terminal: try open(through: link), link: link)
    }
}
