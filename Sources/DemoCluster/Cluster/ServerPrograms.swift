#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where an installed PostgreSQL keeps its programs.
public struct ServerPrograms: Sendable {
    /// The folder that holds initdb, postgres and psql.
    public let folder: String

    public func path(_ program: String) -> String { "\(folder)/\(program)" }

    /// Looks for the server's programs: `folder` where one is named (then nowhere else), else pg_config, Debian's and Homebrew's folders
    /// (newest version first), then PATH.
    public static func find(folder: String? = nil) throws -> ServerPrograms {
        let places = folder.map { [$0] } ?? candidates()
        if let found = places.first(where: isComplete) { return ServerPrograms(folder: found) }
        throw DemoClusterError(
            "No PostgreSQL server programs (initdb, postgres, psql) found. Looked in: \(places.joined(separator: ", ")).",
            hint: "Install them: apt install postgresql   or   brew install postgresql@15")
    }

    private static func isComplete(_ folder: String) -> Bool {
        ["initdb", "postgres", "psql"].allSatisfy { isExecutable("\(folder)/\($0)") }
    }

    private static func candidates() -> [String] {
        let path = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        var places: [String] = []
        if let config = path.map({ "\($0)/pg_config" }).first(where: isExecutable),
            let outcome = try? ChildProcess.run(config, ["--bindir"], deadline: 10), outcome.exit == .status(0)
        {
            places.append(String(outcome.output.split(separator: "\n").first ?? ""))
        }
        places += numbered("/usr/lib/postgresql").map { "\($0)/bin" }
        for prefix in ["/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"] {
            places += numbered(prefix, before: "postgresql@").map { "\($0)/bin" }
        }
        places += numbered("/usr", before: "pgsql-").map { "\($0)/bin" }
        places += path
        var seen = Set<String>()
        return places.filter { $0.hasPrefix("/") && seen.insert($0).inserted }
    }

    /// The entries of `folder` that are `prefix` and a number, highest number first.
    private static func numbered(_ folder: String, before prefix: String = "") -> [String] {
        directoryEntries(at: folder)
            .compactMap { name in name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)).map { (number: $0, name: name) } : nil }
            .sorted { $0.number > $1.number }
            .map { "\(folder)/\($0.name)" }
    }
}
