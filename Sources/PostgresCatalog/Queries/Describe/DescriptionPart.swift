import PostgresClient

/// One question of a description, for any number of relations at once, and where its rows go. It waits for no lock.
protocol DescriptionPart: Sendable {
    /// Whether relations with these traits can have what is asked for.
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool

    /// - Parameter traits: what none of the relations can have is left out of the question.
    /// - Returns: nil where this server or this detail has nothing to ask.
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?

    /// Rows of relations that have no description are left out.
    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure)
}

/// One question of the definitions, for any number of relations at once. It may stand behind another session's lock.
protocol DefinitionPart: Sendable {
    /// Whether relations with these traits can have what is asked for.
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool

    /// - Parameter traits: what none of the relations can have is left out of the question.
    /// - Returns: nil where this server or this detail has nothing to ask.
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure)
}

extension DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { true }
}

extension DefinitionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { true }
}
