import DemoCluster
import Foundation
import TestSupport

extension Benchmark {
    /// Whole processes, pgdeck's and psql's in turn: one relation over the socket and on a link of 100 ms round trip, then a thousand.
    func measureReports() throws {
        let socket = ["-h", cluster.socketDirectory, "-p", "\(cluster.port)", "-U", ThrowawayCluster.superuser, "-d", "films"]
        try compare("describe film over the socket", ["film"], socket, times: 20)
        let link = try link()
        link.delay(milliseconds: 50)
        try compare(
            "describe film, round trip 100 ms", ["film"], ["-h", link.host, "-p", "\(link.port)", "-U", "bench", "-d", "films"], times: 5)

        try cluster.runSQL("CREATE DATABASE thousand")
        let tables = "FOR n IN 1..500 LOOP EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, note text DEFAULT %L)', n, n); END LOOP"
        try cluster.runSQL("DO $$ BEGIN \(tables); END $$", database: "thousand")
        let count = try cluster.runSQL("SELECT count(*) FROM pg_class", database: "thousand")
        try compare("describe '*.*', \(count) relations", ["*.*"], Array(socket.dropLast()) + ["thousand"], times: 3)
    }

    private func compare(_ name: String, _ pattern: [String], _ connection: [String], times: Int) throws {
        var environment = ChildProcess.inheritedEnvironment().filter { !$0.key.hasPrefix("DB_") }
        environment.merge(["HOME": home.path, "XDG_CONFIG_HOME": home.path, "PGPASSWORD": "bench", "LC_ALL": "C"]) { $1 }
        var own: [Duration] = []
        var psql: [Duration] = []
        for _ in 0..<times {
            own.append(try time(pgdeck, ["describe"] + pattern + connection, environment))
            psql.append(try time(cluster.programs.path("psql"), ["-X"] + connection + ["-c", "\\d+ \(pattern[0])"], environment))
        }
        report(name, own)
        report("  psql -c '\\d+ \(pattern[0])'", psql)
    }

    private func time(_ program: String, _ arguments: [String], _ environment: [String: String]) throws -> Duration {
        let began = ContinuousClock.now
        let outcome = try ChildProcess.run(program, arguments, environment: environment)
        guard outcome.exit == .status(0) else { throw BenchmarkError("\(program) failed: \(outcome.error)") }
        return began.duration(to: .now)
    }
}
