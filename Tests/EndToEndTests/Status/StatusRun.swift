import DemoCluster
import Foundation
import TestSupport

/// `pgdeck status` and `pgdeck serve` against a server, in an empty home.
struct StatusRun {
    let cluster: ThrowawayCluster
    /// In place of the cluster's own port.
    var port: UInt16?
    var password: String?
    var user = ThrowawayCluster.superuser
    var database = "postgres"

    init(_ cluster: ThrowawayCluster, through link: BadLink? = nil) {
        self.cluster = cluster
        port = link?.port
    }

    var arguments: [String] { ["-h", "127.0.0.1", "-p", "\(port ?? cluster.port)", "-U", user, "-d", database, "-w"] }

    func environment(_ settings: [String: String] = [:]) throws -> [String: String] {
        try ReportRun(cluster: cluster).environment(["PGPASSWORD": password ?? cluster.superuserPassword]).merging(settings) { $1 }
    }

    func status(_ options: String...) throws -> ChildProcess.Outcome {
        try ChildProcess.run(builtBinary(), ["status"] + options + arguments, environment: environment(), deadline: 60)
    }

    /// What pg_isready ends with.
    func isReady() throws -> ChildProcess.Exit {
        let arguments = ["-h", "127.0.0.1", "-p", "\(port ?? cluster.port)", "-t", "1"]
        return try ChildProcess.run(cluster.programs.path("pg_isready"), arguments, environment: environment(), deadline: 60).exit
    }

    func start(_ command: [String], settings: [String: String] = [:]) throws -> RunningPgdeck {
        try RunningPgdeck(command + arguments, environment: environment(settings))
    }
}

/// A pgdeck that goes on, its output in files.
final class RunningPgdeck {
    private let folder: TestFolder
    let process: ChildProcess

    /// - Parameter program: in place of pgdeck itself.
    init(_ arguments: [String], environment: [String: String], program: String? = nil) throws {
        let folder = try TestFolder()
        self.folder = folder
        let files = try ["output", "error"].map { open(try folder.write($0, ""), O_WRONLY | O_APPEND) }
        defer { for file in files { close(file) } }
        let input = open("/dev/null", O_RDONLY)
        defer { close(input) }
        process = try ChildProcess(
            program ?? builtBinary(), arguments, environment: environment, input: input, output: files[0], error: files[1])
    }

    deinit { process.end() }

    var lines: [String] { (folder.read("output") ?? "").split(separator: "\n").map(String.init) }
    var complaints: String { folder.read("error") ?? "" }

    /// Waits until there is such a line among those behind the first `skipped`.
    /// - Returns: how many lines there are up to it.
    @discardableResult
    func wait(_ what: String, after skipped: Int = 0, seconds: Double = 60, until isFound: (String) -> Bool) throws -> Int {
        try eventually(what, seconds: seconds) { lines.dropFirst(skipped).firstIndex(where: isFound).map { $0 + 1 } }
    }

    /// The port that `serve` listens on.
    func port() throws -> Int {
        try eventually("the port", seconds: 60) {
            complaints.firstMatch(of: #/listening on http://[^\n]*:([0-9]+)\/api/#).flatMap { Int($0.output.1) }
        }
    }

    @discardableResult
    func eventually<Value>(_ what: String, seconds: Double, _ find: () throws -> Value?) throws -> Value {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if let value = try find() { return value }
            usleep(20_000)
        }
        throw RawClient.Failure(description: "no sign of \(what); output: \(lines.suffix(5)), \(complaints)")
    }
}
