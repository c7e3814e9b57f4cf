public import DemoCluster
import Foundation
import Synchronization

/// The one PostgreSQL server of a test process: started by the first test that asks, stopped when the process exits.
///
/// Tests share it, so each makes its own databases and roles (`createDatabase`, `createRole`) and leaves the rest alone. A test that stops
/// the server or changes its settings makes a `ThrowawayCluster` of its own.
public enum TestServer {
    private static let state = Mutex<Result<ThrowawayCluster, any Error>?>(nil)
    private static let lastName = Mutex(0)

    /// Blocks for the second or two of the first start. Without an installed PostgreSQL it throws and says how to get one.
    /// `PGDECK_TEST_PGBIN` names the folder of another PostgreSQL's programs (servers 13 to 18).
    public static func shared() throws -> ThrowawayCluster {
        try state.withLock { state in
            if let state { return try state.get() }
            LeftoverClusters.remove()
            atexit { TestServer.state.withLock { try? $0?.get().remove() } }
            let result = Result<ThrowawayCluster, any Error> { try ThrowawayCluster(options()) }
            state = result
            return try result.get()
        }
    }

    /// Options for a server of a test's own, on the same programs as the shared one.
    public static func options(_ change: (inout ClusterOptions) -> Void = { _ in }) -> ClusterOptions {
        var options = ClusterOptions()
        options.programs = ProcessInfo.processInfo.environment["PGDECK_TEST_PGBIN"]
        // What tests compare (sizes, estimates) must not change of itself in between.
        options.configuration = ["autovacuum = off"]
        change(&options)
        return options
    }

    /// A name that no other test of this process has: `stem_7`.
    public static func uniqueName(_ stem: String) -> String {
        lastName.withLock { number in
            number += 1
            return "\(stem)_\(number)"
        }
    }
}

extension ThrowawayCluster {
    /// The server's major version.
    public var majorVersion: Int {
        get throws { try Int(runSQL("SELECT current_setting('server_version_num')::int / 10000")) ?? 0 }
    }

    /// Makes an empty database and runs `sql` in it. Returns its name, unique in this process.
    public func createDatabase(_ stem: String = "test", running sql: String = "") throws -> String {
        let name = TestServer.uniqueName(stem)
        try runSQL("CREATE DATABASE \"\(name)\" TEMPLATE template0")
        if !sql.isEmpty { try runSQL(sql, database: name) }
        return name
    }

    /// Makes a role that may log in with `password`, plus `attributes` such as CREATEDB. Returns its name, unique in this process.
    public func createRole(_ stem: String = "role", password: String, attributes: String = "") throws -> String {
        let name = TestServer.uniqueName(stem)
        try runSQL("CREATE ROLE \"\(name)\" LOGIN PASSWORD '\(password)' \(attributes)")
        return name
    }
}
