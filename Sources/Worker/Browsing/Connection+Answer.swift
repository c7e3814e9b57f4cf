import Dashboard
import PostgresCatalog
import PostgresClient
import PostgresMonitor

extension Connection {
    /// Answers questions that travel in one flush: one, or both parts of a description.
    ///
    /// - Parameter tell: called with each question's number and answer, in their order and as soon as it is there.
    func answer(to questions: [Question], tell: @escaping @Sendable (Int, Result<Answer, PostgresError>) -> Void) async {
        if questions.count == 2, case .description(_, let relation, let kind) = questions[0] {
            return await describe(relation, kind, tell: tell)
        }
        for (index, question) in questions.enumerated() { tell(index, await answer(to: question)) }
    }

    /// One question in one unit, so in one round trip.
    func answer(to question: Question) async -> Result<Answer, PostgresError> {
        do throws(PostgresError) {
            switch question {
            case .databases:
                // On the connection of the probes: held up longer, a dead link would be found by that much later.
                return .success(.databases(try await ask(DatabasesQuery(), limits: .probe).get()))
            case .databaseSize(let database):
                return .success(.databaseSize(try await ask(DatabaseSizeQuery(database), limits: .databaseSize).get()))
            case .schemas:
                return .success(.schemas(try await ask(SchemasQuery(), limits: .catalog).get()))
            case .relations(_, let schema, let kinds):
                return .success(.relations(try await ask(RelationsQuery(schema: schema, kinds: kinds), limits: .catalog).get()))
            case .description(_, let relation, let kind):
                return try await descriptions(of: [relation], traits: RelationTraits(possibleFor: kind)).answer
            case .definitions(_, let relation, let kind):
                return .success(try await definitions(of: [relation], traits: RelationTraits(possibleFor: kind)).answer(about: relation))
            case .lockHolders(_, let relation): return .success(.lockHolders(try await lockHolders(of: [relation])))
            case .function(_, let function):
                return .success(try await self.function(function))
            case .names(_, let part, let slice):
                return .success(try await names(part, slice))
            case .rows(_, let relation, let request):
                return .success(.rows(try await rows(of: relation, request)))
            case .value(_, let request):
                return .success(.value(try await value(request)))
            case .list(_, let list): return .success(.list(try await listing(list)))
            case .matches(_, let options): return .success(.matches(try await relations(matching: options.pattern ?? "*")))
            case .describe(_, let relations, let isVerbose):
                return .success(.described(try await described(relations, isVerbose ? .verbose : .brief)))
            case .completions(_, .relations(let schema), let prefix):
                return .success(.completions(try await ask(RelationNamesQuery(schema: schema, prefix: prefix), limits: .catalog).get()))
            case .completions(_, .functions(let schema), let prefix):
                return .success(.completions(try await ask(FunctionNamesQuery(schema: schema, prefix: prefix), limits: .catalog).get()))
            case .wholeStatement(_, let source):
                return .success(.wholeStatement(try await ask(WholeStatementQuery(source), limits: .catalog).get()))
            case .completions(_, .roles, let prefix):
                return .success(.completions(try await ask(RoleNamesQuery(prefix: prefix), limits: .catalog).get()))
            }
        } catch {
            return .failure(error)
        }
    }
}

extension Connection {
    /// Some relations with both parts of their descriptions, all or nothing.
    private func described(_ relations: [OID], _ detail: DescriptionDetail) async throws(PostgresError) -> [DescribedRelation] {
        let descriptions = try await descriptions(of: relations, detail: detail)
        let definitions = try await definitions(of: relations, detail: detail)
        if let reason = descriptions.unavailable ?? definitions.unavailable { throw reason }
        return descriptions.descriptions.map { description in
            DescribedRelation(description, definitions.definitions[description.relation.oid] ?? RelationDefinitions())
        }
    }
}

extension UnitLimits {
    /// pg_database_size walks the files of the database.
    fileprivate static let databaseSize = UnitLimits(statement: .seconds(10), lock: .milliseconds(300), deadline: .seconds(12))
}
