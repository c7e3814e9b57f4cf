import Dashboard
import PostgresCatalog
import PostgresClient

extension Connection {
    /// One question in one unit, so in one round trip.
    func answer(to question: Question) async -> Result<Answer, PostgresError> {
        do throws(PostgresError) {
            switch question {
            case .databases:
                return .success(.databases(try await ask(DatabasesQuery(), limits: .catalog).get()))
            case .databaseSize(let database):
                return .success(.databaseSize(try await ask(DatabaseSizeQuery(database), limits: .databaseSize).get()))
            case .schemas:
                return .success(.schemas(try await ask(SchemasQuery(), limits: .catalog).get()))
            case .relations(_, let schema, let kinds):
                return .success(.relations(try await ask(RelationsQuery(schema: schema, kinds: kinds), limits: .catalog).get()))
            case .description(_, let relation):
                return .success(.description(try await description(of: relation)))
            case .definitions(_, let relation):
                return .success(try await definitions(of: relation))
            case .function(_, let function):
                return .success(try await self.function(function))
            case .names(_, let part, let slice):
                return .success(try await names(part, slice))
            }
        } catch {
            return .failure(error)
        }
    }

    private func description(of relation: OID) async throws(PostgresError) -> RelationDescription? {
        let answer = try await descriptions(of: [relation])
        if let unavailable = answer.unavailable { throw unavailable }
        return answer.descriptions.first
    }

    /// What could be had, and the first reason why something could not.
    private func definitions(of relation: OID) async throws(PostgresError) -> Answer {
        let answer = try await definitions(of: [relation])
        return .definitions(answer.definitions[relation] ?? RelationDefinitions(), unavailable: answer.unavailable)
    }
}

extension UnitLimits {
    /// pg_database_size walks the files of the database.
    fileprivate static let databaseSize = UnitLimits(statement: .seconds(10), lock: .milliseconds(300), deadline: .seconds(12))
}
