extension ThrowawayCluster {
    /// Runs statements with the server's own psql, over the socket as `user` (needs trust for others than the superuser), and returns the
    /// rows as psql's unaligned text, `|` between columns. The first error throws with psql's words.
    @discardableResult
    public func runSQL(_ sql: String, database: String = "postgres", user: String = ThrowawayCluster.superuser) throws -> String {
        try RunningSQL(sql, on: self, database: database, user: user).rows()
    }
}

/// Statements under way in a psql of their own; several run side by side.
struct RunningSQL {
    private let psql: CapturedProcess

    init(_ sql: String, on cluster: ThrowawayCluster, database: String, user: String = ThrowawayCluster.superuser) throws {
        psql = try CapturedProcess(
            cluster.programs.path("psql"), cluster.psqlArguments(database: database, user: user) + ["--file=-"],
            environment: ThrowawayCluster.psqlEnvironment, input: sql)
    }

    /// Waits up to two minutes for the end.
    func rows() throws -> String {
        let outcome = try psql.outcome(deadline: 120)
        guard outcome.exit == .status(0) else { throw DemoClusterError("SQL failed: \(outcome.error.trimmed)") }
        return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
    }
}

extension ThrowawayCluster {
    /// psql over the socket, without anybody's settings, ending at the first error. Secrets travel on its standard input only.
    func psqlArguments(database: String, user: String) -> [String] {
        [
            "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--host=\(folder.socket)", "--port=\(port)",
            "--username=\(user)", "--no-password", "--dbname=\(database)",
        ]
    }

    static var psqlEnvironment: [String: String] {
        ChildProcess.inheritedEnvironment().merging(["PGCLIENTENCODING": "UTF8"]) { $1 }
    }
}
