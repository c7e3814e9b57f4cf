public import PostgresClient

/// The questions of a description that may stand behind another session's lock: one unit, however many relations.
public struct DefinitionQueries: Sendable, Hashable {
    public let relations: [OID]
    public let detail: DescriptionDetail
    /// What any of the relations may have; what none can have is not asked.
    public let traits: RelationTraits

    public init(_ relations: [OID], detail: DescriptionDetail = .full, traits: RelationTraits = .all) {
        self.relations = relations
        self.detail = detail
        self.traits = traits
    }

    private static let parts: [any DefinitionPart] = [
        DefaultsQuery(), IndexDefinitionsQuery(), IndexColumnsQuery(), ConstraintDefinitionsQuery(), TriggerDefinitionsQuery(),
        RuleDefinitionsQuery(), PolicyExpressionsQuery(), StatisticsDefinitionsQuery(), PublicationFiltersQuery(),
        ViewDefinitionsQuery(), PartitionDefinitionsQuery(), ChildBoundsQuery(), StorageSizesQuery(), IndexSizesQuery(),
        ChildSizesQuery(),
    ]

    private func questions(on server: ServerVersion) -> [(part: any DefinitionPart, statement: Statement)] {
        Self.parts.compactMap { part in
            guard part.applies(to: traits, on: server) else { return nil }
            return part.statement(about: relations, with: traits, detail, on: server).map { (part, $0) }
        }
    }

    public func statements(on server: ServerVersion) -> [Statement] { questions(on: server).map(\.statement) }

    /// Reads the answers to ``statements(on:)``, in their order.
    public func decode(_ answers: [Result<RowSet, PostgresError>], from server: ServerVersion) -> DefinitionAnswer {
        var found = Dictionary(relations.map { ($0, RelationDefinitions()) }, uniquingKeysWith: { first, _ in first })
        let unavailable = firstFailure(zip(questions(on: server), answers)) { question, rows throws(DecodingFailure) in
            try question.part.add(rows, to: &found, from: server)
        }
        return DefinitionAnswer(definitions: found, unavailable: unavailable)
    }
}

/// The definitions that could be had.
public struct DefinitionAnswer: Sendable, Hashable {
    /// One for each relation asked for.
    public var definitions: [OID: RelationDefinitions]
    /// Why a part is missing from all of them (a lock, a missing right); the first reason. nil: nothing is missing.
    public var unavailable: PostgresError?

    public init(definitions: [OID: RelationDefinitions], unavailable: PostgresError? = nil) {
        self.definitions = definitions
        self.unavailable = unavailable
    }
}

/// Reads what was answered and returns the first reason why something was not, or was not of the expected shape.
func firstFailure<Question>(
    _ answered: some Sequence<(Question, Result<RowSet, PostgresError>)>,
    read: (Question, RowSet) throws(DecodingFailure) -> Void
) -> PostgresError? {
    var reason: PostgresError?
    for (question, answer) in answered {
        switch answer {
        case .success(let rows):
            do throws(DecodingFailure) {
                try read(question, rows)
            } catch {
                reason = reason ?? PostgresError(.protocolViolation, "\(error)", context: "reading a description")
            }
        case .failure(let error): reason = reason ?? error
        }
    }
    return reason
}
