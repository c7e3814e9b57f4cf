import DemoCluster
import Foundation
import Synchronization

/// A database with every odd thing that PostgreSQL's manual knows, as far as the server's version has it: what descriptions, lists and
/// definitions are compared on. The SQL lies beside this file, by theme.
public enum Fixture {
    /// The folders of `SQL`, and in each its files in the order in which they build on each other.
    public enum Part: String, CaseIterable, Sendable {
        /// What relations stand on and psql's `\d` never lists: roles, schemas, types, routines, servers. Can be loaded into a second
        /// database of the same server.
        case surroundings = "Surroundings"
        case relations = "Relations"
        /// What stands on relations: publications, routines that take their rows, default privileges, event triggers.
        case dependents = "Dependents"
        /// Databases and their settings: loaded once a server.
        case server = "Server"
        /// What ends with its session.
        case session = "Session"

        var files: [String] {
            switch self {
            case .surroundings: ["roles", "tablespaces", "schemas", "types", "routines", "foreign_servers"]
            case .relations:
                [
                    "composites", "columns", "storage", "constraints", "indexes", "statistics", "sequences", "partitions", "inheritance",
                    "views", "rules", "triggers", "policies", "privileges", "foreign_tables", "elsewhere", "names", "large",
                ]
            case .dependents: ["routines_of_relations", "publications", "settings"]
            case .server: ["databases"]
            case .session: ["temporary"]
            }
        }
    }

    private struct Made: Sendable {
        var database: String
        /// Holds the temporary relations.
        var session: OpenSession
    }

    private static let made = Mutex<Result<Made, any Error>?>(nil)

    /// The fixture's database on the shared server, made by the first call within two to five seconds. It is everybody's: read only.
    ///
    /// Temporary relations of another session are in it too (`pg_temp_N`). Statements that fail throw, with the file's name.
    public static func database() throws -> String {
        try made.withLock { made in
            if let made { return try made.get().database }
            let result = Result<Made, any Error> { try make(on: TestServer.shared()) }
            made = result
            return try result.get().database
        }
    }

    private static func make(on cluster: ThrowawayCluster) throws -> Made {
        let database = "fixture"
        try cluster.runSQL("CREATE DATABASE \(database) TEMPLATE template0")
        for part in [Part.surroundings, .relations, .server] { try load(part, into: database, on: cluster) }
        let session = try OpenSession(on: cluster, database: database)
        try session.run(try text(of: .session, on: cluster))
        if try cluster.majorVersion >= 14 { try leaveDetaching(in: database, on: cluster, session: session) }
        // Last, as its event triggers fire on everything later.
        try load(.dependents, into: database, on: cluster)
        return Made(database: database, session: session)
    }

    /// `DETACH PARTITION CONCURRENTLY` marks the partition, commits, and waits for those who still read: cut off there, it stays pending.
    private static func leaveDetaching(in database: String, on cluster: ThrowawayCluster, session: OpenSession) throws {
        try session.run("BEGIN; SELECT count(*) FROM detaching;")
        let pending = "SELECT count(*) FROM pg_inherits WHERE inhdetachpending"
        for timeout in [300, 3000, 30000] {
            let detach = "SET statement_timeout = \(timeout);\nALTER TABLE detaching DETACH PARTITION detaching_1 CONCURRENTLY;"
            _ = try? cluster.runSQL(detach, database: database)
            if try cluster.runSQL(pending, database: database) == "1" { break }
        }
        try session.run("COMMIT;")
        guard try cluster.runSQL(pending, database: database) == "1" else { throw FixtureError("no partition was left half detached") }
    }
}

public struct FixtureError: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
