import DemoCluster
import EventLoop
import PostgresCatalog
import PostgresClient
import Reports
import TestSupport

/// A database of the shared test server, asked both ways: as this program asks, and through psql.
struct ListServer: Sendable {
    /// The one with the world of ``ListWorld`` in it.
    static let shared = Result<ListServer, any Error> {
        let server = try ListServer(database: ListWorld.database)
        try server.makeWorld()
        return server
    }

    /// The one with the fixture in it.
    static let fixture = Result<ListServer, any Error> { try ListServer(database: Fixture.database()) }

    let cluster: ThrowawayCluster
    let version: ServerVersion
    let database: String

    private init(database: String) throws {
        cluster = try TestServer.shared()
        version = ServerVersion(major: try cluster.majorVersion)
        self.database = database
    }

    private func makeWorld() throws {
        try cluster.runSQL(ListWorld.roles)
        try cluster.runSQL("CREATE DATABASE \(ListWorld.quoted(ListWorld.database)) TEMPLATE template0")
        try cluster.runSQL(ListWorld.objects, database: ListWorld.database)
    }

    /// What a command leaves: psql's, or what this program prints in its place.
    struct Outcome: Equatable, CustomStringConvertible {
        var output: [UInt8]
        var error: [UInt8]

        init(output: String = "", error: String = "") {
            self.output = Array(output.utf8)
            self.error = Array(error.utf8)
        }

        var description: String { "\(String(decoding: output, as: UTF8.self))\(String(decoding: error, as: UTF8.self))" }
    }

    /// Runs psql's commands in one psql.
    func psql(_ commands: [String], user: String = "postgres") throws -> [Outcome] {
        let mark = "-- the next command --"
        let script = commands.map { "\($0)\n\\echo '\(mark)'\n\\warn '\(mark)'\n" }.joined()
        let outcome = try cluster.psql(script: script, database: database, user: user)
        let outputs = outcome.output.split(separator: mark + "\n", omittingEmptySubsequences: false)
        let errors = outcome.error.split(separator: mark + "\n", omittingEmptySubsequences: false)
        guard outputs.count == commands.count + 1, errors.count == outputs.count else {
            throw Unmarked(description: "psql ended early: \(outcome.error)")
        }
        return zip(outputs, errors).dropLast().map { Outcome(output: String($0), error: String($1)) }
    }

    /// Asks everything in one session and prints it as psql would.
    func printed(_ commands: [ListCommand], user: String = "postgres") throws -> [Outcome] {
        let parameters = ConnectionParameters([
            "host": cluster.socketDirectory, "port": String(cluster.port), "user": user, "dbname": database,
        ])
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            var outcomes: [Outcome] = []
            for command in commands { outcomes.append(await command.printed(by: connection)) }
            await connection.close()
            return outcomes
        }
    }

    struct Unmarked: Error, CustomStringConvertible {
        let description: String
    }
}
