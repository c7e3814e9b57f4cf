import DemoCluster
import EventLoop
import PostgresCatalog
import PostgresClient
import TestSupport

/// The shared test server with the world of ``CatalogWorld`` in it, asked as this program asks.
struct CatalogServer: Sendable {
    static let shared = Result<CatalogServer, any Error> { try CatalogServer() }

    let cluster: ThrowawayCluster
    let version: ServerVersion

    private init() throws {
        cluster = try TestServer.shared()
        version = ServerVersion(major: try cluster.majorVersion)
        try cluster.runSQL(CatalogWorld.roles)
        try cluster.runSQL(CatalogWorld.objects, database: CatalogWorld.database)
        try cluster.runSQL(PlantedObjects.sql(role: "victim"), database: CatalogWorld.database)
    }

    /// Asks in a session of its own, with a lock_timeout of 300 ms.
    func ask<Question: Query>(_ query: Question, user: String = "postgres", database: String = CatalogWorld.database) throws
        -> Question.Answer
    {
        try connected(user, database) { connection in try await connection.ask(query, limits: .mayBlock).get() }
    }

    func descriptions(_ relations: [OID], user: String = "postgres", database: String = CatalogWorld.database) throws -> DescriptionAnswer {
        try connected(user, database) { connection in try await connection.descriptions(of: relations) }
    }

    func definitions(_ relations: [OID], user: String = "postgres", database: String = CatalogWorld.database) throws -> DefinitionAnswer {
        try connected(user, database) { connection in try await connection.definitions(of: relations) }
    }

    /// The whole description of one relation; nothing of it may be missing.
    func description(_ relation: OID, user: String = "postgres", database: String = CatalogWorld.database) throws -> RelationDescription {
        let answer = try descriptions([relation], user: user, database: database)
        if let unavailable = answer.unavailable { throw unavailable }
        guard let description = answer.descriptions.first else { throw Missing(name: relation.description) }
        return description
    }

    /// The definitions of one relation; nothing of them may be missing.
    func definitions(_ relation: OID, user: String = "postgres", database: String = CatalogWorld.database) throws -> RelationDefinitions {
        let answer = try definitions([relation], user: user, database: database)
        if let unavailable = answer.unavailable { throw unavailable }
        guard let definitions = answer.definitions[relation] else { throw Missing(name: relation.description) }
        return definitions
    }

    func lockHolders(_ relations: [OID], user: String) throws -> [LockHolder] {
        try connected(user, CatalogWorld.database) { connection in try await connection.lockHolders(of: relations) }
    }

    func connected<Value: Sendable>(
        _ user: String = "postgres", _ database: String = CatalogWorld.database,
        _ ask: @escaping @Sendable (Connection) async throws -> Value
    ) throws -> Value {
        let parameters = ConnectionParameters([
            "host": cluster.socketDirectory, "port": String(cluster.port), "user": user, "dbname": database,
        ])
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let value = try await ask(connection)
            await connection.close()
            return value
        }
    }

    /// The databases and roles of the server come and go with other suites; those are all numbered, or named after the
    /// fixture.
    static func isSteady(_ name: String) -> Bool {
        name.wholeMatch(of: /.*_\d+/.dotMatchesNewlines()) == nil && !name.lowercased().hasPrefix("fixture")
    }

    func databases(user: String = "postgres") throws -> [Database] {
        try ask(DatabasesQuery(), user: user).filter { Self.isSteady($0.name) }
    }

    func roles(user: String = "postgres") throws -> [RoleAttributes] {
        try ask(RoleListQuery(showsSystem: true), user: user).filter { Self.isSteady($0.name) }
    }

    func schema(_ name: String) throws -> Schema {
        guard let schema = try ask(SchemasQuery()).first(where: { $0.name == name }) else { throw Missing(name: name) }
        return schema
    }

    func relation(_ name: String, in schema: String = CatalogWorld.schema) throws -> OID {
        guard let oid = try ask(RelationNamed(schema: schema, name: name)) else { throw Missing(name: name) }
        return oid
    }

    struct Missing: Error {
        let name: String
    }
}
