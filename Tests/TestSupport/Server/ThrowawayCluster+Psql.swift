public import DemoCluster

extension ThrowawayCluster {
    /// Runs the server's own psql as a person's shell would with `-X`, under LC_ALL=C and UTF8, over the socket: the oracle for everything
    /// that claims to print what psql prints. The defaults of psql hold: aligned output, no pager, no end at the first error.
    public func psql(
        _ arguments: [String] = [], script: String = "", database: String = "postgres", user: String = ThrowawayCluster.superuser,
        deadline: Double = 120
    ) throws -> ChildProcess.Outcome {
        var environment = ChildProcess.inheritedEnvironment()
        for name in environment.keys where name.hasPrefix("PG") || name == "COLUMNS" { environment[name] = nil }
        environment["LC_ALL"] = "C"
        environment["PGCLIENTENCODING"] = "UTF8"
        let connection = ["-X", "-w", "-h", socketDirectory, "-p", String(port), "-U", user, "-d", database]
        return try ChildProcess.run(
            programs.path("psql"), connection + arguments, environment: environment, input: script, deadline: deadline)
    }
}

/// An argument of a psql command that means exactly this text.
public func psqlArgument(_ text: String) -> String {
    "'" + text.unicodeScalars.map { $0 == "\n" ? "\\n" : $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "'"
}
