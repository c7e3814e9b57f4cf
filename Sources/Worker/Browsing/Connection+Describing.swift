import Dashboard
import PostgresCatalog
import PostgresClient
import Synchronization

extension Connection {
    /// Both parts of a description in one flush; the one that never waits for a lock is told while the other still may.
    func describe(_ relation: OID, _ kind: RelationKind?, tell: @escaping @Sendable (Int, Result<Answer, PostgresError>) -> Void) async {
        let version = server.version
        let traits = RelationTraits(possibleFor: kind)
        let description = DescriptionQueries([relation], traits: traits)
        let definitions = DefinitionQueries([relation], traits: traits)
        let units = [
            UnitOfWork(description.statements(on: version), limits: .catalog, plansAsWritten: true),
            UnitOfWork(definitions.statements(on: version), limits: .mayBlock, plansAsWritten: true),
        ]
        let locked = Mutex<DefinitionAnswer?>(nil)
        await ask(units) { unit, outcome in
            switch (unit, outcome) {
            case (0, .success(let answers)): tell(0, description.decode(answers, from: version).answer)
            case (_, .success(let answers)):
                let defined = definitions.decode(answers, from: version)
                if defined.unavailable?.isLockTimeout == true { return locked.withLock { $0 = defined } }
                tell(1, .success(defined.answer(about: relation)))
            case (_, .failure(let reason)): tell(unit, .failure(reason))
            }
        }
        guard let defined = locked.withLock({ $0 }) else { return }
        tell(1, .success(await namingLockHolders(defined).answer(about: relation)))
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
