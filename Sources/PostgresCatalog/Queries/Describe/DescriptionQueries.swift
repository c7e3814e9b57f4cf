public import PostgresClient

/// The questions whose answers describe relations without waiting for any lock: one unit, however many relations.
public struct DescriptionQueries: Sendable, Hashable {
    public let relations: [OID]
    public let detail: DescriptionDetail
    /// What any of the relations may have; what none can have is not asked.
    public let traits: RelationTraits

    public init(_ relations: [OID], detail: DescriptionDetail = .full, traits: RelationTraits = .all) {
        self.relations = relations
        self.detail = detail
        self.traits = traits
    }

    /// The relation itself comes first: the others add to what it begins.
    private static let parts: [any DescriptionPart] = [
        RelationFactsQuery(), ColumnsQuery(), IndexesQuery(), ConstraintsQuery(), TriggersQuery(), RulesQuery(),
        PoliciesQuery(), ExtendedStatisticsQuery(), PublicationsQuery(), InheritanceQuery(), SequencesQuery(), ForeignTablesQuery(),
        OwnedSequencesQuery(),
        ToastOwnersQuery(), ActivityQuery(),
    ]

    private func questions(on server: ServerVersion) -> [(part: any DescriptionPart, statement: Statement)] {
        Self.parts.compactMap { part in
            guard part.applies(to: traits, on: server) else { return nil }
            return part.statement(about: relations, with: traits, detail, on: server).map { (part, $0) }
        }
    }

    public func statements(on server: ServerVersion) -> [Statement] { questions(on: server).map(\.statement) }

    /// Reads the answers to ``statements(on:)``, in their order.
    public func decode(_ answers: [Result<RowSet, PostgresError>], from server: ServerVersion) -> DescriptionAnswer {
        var found: [OID: RelationDescription] = [:]
        let unavailable = firstFailure(zip(questions(on: server), answers)) { question, rows throws(DecodingFailure) in
            try question.part.add(rows, to: &found, from: server)
        }
        return DescriptionAnswer(descriptions: relations.compactMap { found.removeValue(forKey: $0) }, unavailable: unavailable)
    }
}

/// What the server told of relations.
public struct DescriptionAnswer: Sendable, Hashable {
    /// In the order in which they were asked for, without those that were dropped or are of a kind that is not known.
    public var descriptions: [RelationDescription]
    /// Why a part is missing from all of them (a right was revoked, say); the first reason.
    public var unavailable: PostgresError?

    public init(descriptions: [RelationDescription], unavailable: PostgresError? = nil) {
        self.descriptions = descriptions
        self.unavailable = unavailable
    }
}
