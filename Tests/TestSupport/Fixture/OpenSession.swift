public import DemoCluster
import Foundation

/// A psql that stays connected as long as the object lives, at most until this process ends.
public final class OpenSession: Sendable {
    private let input: FileHandle
    private let output: FileHandle

    public init(on cluster: ThrowawayCluster, database: String) throws {
        let psql = Process()
        psql.executableURL = URL(filePath: cluster.programs.path("psql"))
        psql.arguments = [
            "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--host=\(cluster.socketDirectory)",
            "--port=\(cluster.port)", "--username=\(ThrowawayCluster.superuser)", "--no-password", "--dbname=\(database)", "--file=-",
        ]
        psql.environment = ProcessInfo.processInfo.environment.merging(["PGCLIENTENCODING": "UTF8"]) { $1 }
        let (input, output) = (Pipe(), Pipe())
        psql.standardInput = input
        psql.standardOutput = output
        self.input = input.fileHandleForWriting
        self.output = output.fileHandleForReading
        try psql.run()
    }

    /// Runs statements and returns when they are done. A failing one ends the session and throws; its message is on standard error.
    public func run(_ sql: String) throws {
        let mark = "done: \(UUID().uuidString)"
        try input.write(contentsOf: Data((sql + "\n\\echo \(mark)\n").utf8))
        var said = ""
        while !said.contains(mark) {
            let data = output.availableData
            guard !data.isEmpty else { throw FixtureError("a statement of the open session failed: \(sql.prefix(200))") }
            said += String(decoding: data, as: UTF8.self)
        }
    }
}
