import DemoCluster
import EventLoop
import PostgresCatalog
import PostgresClient
import Reports
import TestSupport

/// A database whose relations have definitions, and what the server's own psql prints of them.
struct RestorableDatabase {
    let cluster: ThrowawayCluster
    let name: String

    /// All relations but the server's own, by OID.
    func everyRelation() throws -> [DefinedRelation] {
        let parameters = ConnectionParameters([
            "host": cluster.socketDirectory, "port": String(cluster.port), "user": ThrowawayCluster.superuser, "dbname": name,
        ])
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let relations = try await connection.ask(OwnRelationsQuery(), limits: .catalog).get()
            var defined: [DefinedRelation] = []
            for start in stride(from: 0, to: relations.count, by: 300) {
                let batch = Array(relations[start..<min(start + 300, relations.count)])
                let answer = try await connection.descriptions(of: batch)
                let definitions = try await connection.definitions(of: batch)
                if let unavailable = answer.unavailable ?? definitions.unavailable { throw unavailable }
                defined += answer.descriptions.map { description in
                    let definitions = definitions.definitions[description.relation.oid] ?? RelationDefinitions()
                    return DefinedRelation(
                        description: description, sql: RelationSQL(description, definitions, on: connection.server.version))
                }
            }
            await connection.close()
            return defined
        }
    }

    /// The rows of a query, as psql's unaligned text.
    func rows(_ sql: String) throws -> [String] {
        try cluster.runSQL("\\pset recordsep '\\x02'\n" + sql, database: name).split(separator: "\u{02}").map(String.init)
    }

    /// What `\d+` prints of each.
    func printed(_ relations: [RelationName]) throws -> [String] {
        let mark = "-- the next relation --"
        let texts = try texts(of: relations.map { "\(Self.command($0))\n\\echo '\(mark)'\n" }.joined(), between: mark)
        guard texts.count == relations.count else { throw Failure(description: "psql ended early") }
        return texts
    }

    /// What psql prints before each mark. Errors of the script are not told.
    func texts(of script: String, between mark: String) throws -> [String] {
        let outcome = try cluster.psql(script: script, database: name, deadline: 600)
        return outcome.output.split(separator: mark + "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// `\d+` of one relation.
    static func command(_ relation: RelationName) -> String { "\\d+ " + psqlArgument(pattern(relation)) }

    /// `"schema"."name"`; of a temporary relation the schema is any such.
    static func pattern(_ relation: RelationName) -> String {
        let schema = relation.schema.hasPrefix("pg_temp_") ? "pg_temp_*" : quoted(relation.schema)
        return schema + "." + quoted(relation.name)
    }

    struct Failure: Error {
        let description: String
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}

private struct OwnRelationsQuery: RowQuery {
    /// Lower OIDs are of initdb.
    func statement(on server: ServerVersion) -> Statement { Statement("SELECT oid FROM pg_class WHERE oid >= 16384 ORDER BY oid") }

    func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> OID { try row.value("oid") }
}
