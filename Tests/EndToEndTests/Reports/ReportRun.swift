import DemoCluster
import TestSupport

/// One run of the built pgdeck that prints a report, in an empty home of its own.
struct ReportRun {
    let cluster: ThrowawayCluster
    var database = "postgres"
    var user = ThrowawayCluster.superuser

    /// Over the cluster's socket.
    func pgdeck(_ arguments: [String], pattern: String? = nil) throws -> ChildProcess.Outcome {
        let connection = ["--host", cluster.socketDirectory, "--port", "\(cluster.port)", "--username", user, "--dbname", database]
        // A pattern may begin like an option.
        return try run(arguments + connection + (pattern.map { ["--", $0] } ?? []))
    }

    func run(_ arguments: [String], settings: [String: String] = [:]) throws -> ChildProcess.Outcome {
        try ChildProcess.run(builtBinary(), arguments, environment: try environment(settings), deadline: 120)
    }

    func environment(_ settings: [String: String] = [:]) throws -> [String: String] {
        let folder = try TestFolder()
        var environment = ChildProcess.inheritedEnvironment().filter { !$0.key.hasPrefix("DB_") && !$0.key.hasPrefix("PG") }
        environment["HOME"] = folder.path
        environment["XDG_CONFIG_HOME"] = folder.path
        environment["LC_ALL"] = "C"
        return environment.merging(settings) { $1 }
    }

    /// What the server's own psql makes of a command.
    func psql(_ command: String) throws -> ChildProcess.Outcome {
        try cluster.psql(["-c", command], database: database, user: user)
    }
}

extension ChildProcess.Outcome {
    /// By bytes: equal strings may be written differently.
    func isEqual(to other: ChildProcess.Outcome) -> Bool {
        exit == other.exit && output.utf8.elementsEqual(other.output.utf8) && error.utf8.elementsEqual(other.error.utf8)
    }

    /// The end of a comparison: enough to see what differs.
    func difference(from other: ChildProcess.Outcome) -> String {
        let lines = zip(output.split(separator: "\n"), other.output.split(separator: "\n")).first { $0 != $1 }
        let first = lines.map { "\n\($0)\n\($1)" } ?? ""
        return
            "\(exit), \(output.utf8.count) bytes, \(error)against psql's \(other.exit), \(other.output.utf8.count) bytes, \(other.error)\(first)"
    }
}
