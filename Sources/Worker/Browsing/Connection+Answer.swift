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
            }
        } catch {
            return .failure(error)
        }
    }

    private func description(of relation: OID) async throws(PostgresError) -> RelationDescription? {
        let (facts, columns, indexes, constraints, referencedBy) = try await ask(
            RelationFactsQuery(relation), ColumnsQuery(relation), IndexesQuery(relation), ConstraintsQuery(relation),
            ReferencedByQuery(relation), limits: .catalog)
        guard let facts = try facts.get() else { return nil }
        return RelationDescription(
            facts: facts, columns: try columns.get(), indexes: try indexes.get(), constraints: try constraints.get(),
            referencedBy: try referencedBy.get())
    }

    /// What could be had, and the first reason why something could not.
    private func definitions(of relation: OID) async throws(PostgresError) -> Answer {
        let (defaults, indexes, constraints, size) = try await ask(
            DefaultsQuery(relation), IndexDefinitionsQuery(relation), ConstraintDefinitionsQuery(relation),
            RelationSizeQuery(relation), limits: .mayBlock)
        var reason: PostgresError?
        func had<Value>(_ result: Result<Value, PostgresError>, else missing: Value) -> Value {
            do throws(PostgresError) {
                return try result.get()
            } catch {
                if reason == nil { reason = error }
                return missing
            }
        }
        let definitions = RelationDefinitions(
            defaults: had(defaults, else: [:]), indexes: had(indexes, else: [:]), constraints: had(constraints, else: [:]),
            totalBytes: had(size, else: nil))
        return .definitions(definitions, unavailable: reason)
    }
}

extension UnitLimits {
    /// pg_database_size walks the files of the database.
    fileprivate static let databaseSize = UnitLimits(statement: .seconds(10), lock: .milliseconds(300), deadline: .seconds(12))
}
