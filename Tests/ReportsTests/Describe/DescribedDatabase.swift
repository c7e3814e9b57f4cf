import DemoCluster
import EventLoop
import Foundation
import PostgresCatalog
import PostgresClient
import Reports

/// A database whose every relation psql and pgdeck describe.
struct DescribedDatabase {
    /// The folder of the server's socket.
    let host: String
    let port: String
    let name: String
    /// psql of the server's own major version.
    let psql: String

    /// What psql prints of all relations, one after the other.
    func printedByPsql(verbose: Bool) throws -> String {
        let outcome = try ChildProcess.run(
            psql,
            [
                "--no-psqlrc", "--host=\(host)", "--port=\(port)", "--username=postgres", "--no-password", "--dbname=\(name)",
                "--command=\\d\(verbose ? "+" : "") *.*",
            ],
            environment: ChildProcess.inheritedEnvironment().merging(["LC_ALL": "C", "PGCLIENTENCODING": "UTF8"]) { $1 },
            deadline: 600)
        guard outcome.exit == .status(0) else { throw DemoClusterError("psql failed: \(outcome.error)") }
        return outcome.output
    }

    /// What pgdeck prints of each, in psql's order: found by pattern as `pgdeck describe` finds them, and asked for what they can have.
    ///
    /// - Parameter size: how many are asked for together.
    func printedByPgdeck(verbose: Bool, batchesOf size: Int) throws -> [(relation: String, text: String)] {
        let parameters = ConnectionParameters(["host": host, "port": port, "user": "postgres", "dbname": name])
        let detail = verbose ? DescriptionDetail.verbose : .brief
        return try EventLoop.run { [name] loop in
            let connection = try await Connection.open(parameters, on: loop)
            let server = connection.server.version
            let printer = PsqlPrinter(for: server)
            let pattern = try NamePattern("*.*", .schemaAndName, on: server, database: name)
            let matches = try await connection.ask(RelationsByPatternQuery(pattern), limits: .catalog).get()
            var printed: [(relation: String, text: String)] = []
            for start in stride(from: 0, to: matches.count, by: size) {
                let batch = matches[start..<min(start + size, matches.count)]
                let traits = batch.reduce(into: RelationTraits()) { $0.formUnion($1.traits) }
                let answer = try await connection.descriptions(of: batch.map(\.oid), detail: detail, traits: traits)
                let definitions = try await connection.definitions(of: batch.map(\.oid), detail: detail, traits: traits)
                if let unavailable = answer.unavailable ?? definitions.unavailable { throw unavailable }
                for description in answer.descriptions {
                    let relation = description.relation
                    let table = PsqlTable(
                        describing: description, definitions.definitions[relation.oid] ?? RelationDefinitions(), on: server,
                        verbose: verbose)
                    printed.append(("\(relation.schema).\(relation.name)", printer.text(of: table)))
                }
            }
            await connection.close()
            return printed
        }
    }

    /// The number of relations in the catalog.
    func relationCount() throws -> Int {
        let parameters = ConnectionParameters(["host": host, "port": port, "user": "postgres", "dbname": name])
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let relations = try await connection.ask(EveryRelationQuery(), limits: .catalog).get()
            await connection.close()
            return relations.count
        }
    }
}

/// All of pg_class.
private struct EveryRelationQuery: RowQuery {
    func statement(on server: ServerVersion) -> Statement { Statement("SELECT c.oid FROM pg_catalog.pg_class c") }

    func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> OID { try row.value("oid") }
}
