import Dashboard
import PostgresCatalog
import PostgresClient

extension Connection {
    /// Both parts of a description in one flush; the one that never waits for a lock is told while the other still may.
    func describe(_ relation: OID, tell: @escaping @Sendable (Int, Result<Answer, PostgresError>) -> Void) async {
        let version = server.version
        let description = DescriptionQueries([relation])
        let definitions = DefinitionQueries([relation])
        let units = [
            UnitOfWork(description.statements(on: version), limits: .catalog),
            UnitOfWork(definitions.statements(on: version), limits: .mayBlock),
        ]
        await ask(units) { unit, outcome in
            tell(
                unit,
                outcome.flatMap { answers in
                    unit == 0
                        ? description.decode(answers, from: version).answer
                        : .success(definitions.decode(answers, from: version).answer(about: relation))
                })
        }
    }
}

extension DescriptionAnswer {
    /// What one relation is, as far as it could be had.
    var answer: Result<Answer, PostgresError> {
        guard var description = descriptions.first else {
            return unavailable.map(Result.failure) ?? .success(.description(nil))
        }
        description.unavailable = unavailable
        return .success(.description(description))
    }
}

extension DefinitionAnswer {
    /// What could be had, and the first reason why something could not.
    func answer(about relation: OID) -> Answer {
        .definitions(definitions[relation] ?? RelationDefinitions(), unavailable: unavailable)
    }
}
