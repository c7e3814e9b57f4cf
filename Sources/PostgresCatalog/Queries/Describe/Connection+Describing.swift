public import PostgresClient

extension Connection {
    /// What these relations are, in one round trip that waits for no lock.
    ///
    /// - Throws: ``PostgresError`` when the whole unit failed.
    public func descriptions(
        of relations: [OID], detail: DescriptionDetail = .full, traits: RelationTraits = .all, limits: UnitLimits = .catalog
    ) async throws(PostgresError) -> DescriptionAnswer {
        let queries = DescriptionQueries(relations, detail: detail, traits: traits)
        let unit = UnitOfWork(queries.statements(on: server.version), limits: limits, plansAsWritten: true)
        return queries.decode(try await answers(to: unit), from: server.version)
    }

    /// The definitions of these relations, in one round trip in which each question may wait for another session's lock; where one
    /// waited in vain, in a second one who holds it.
    ///
    /// - Throws: ``PostgresError`` when the whole unit failed.
    public func definitions(
        of relations: [OID], detail: DescriptionDetail = .full, traits: RelationTraits = .all, limits: UnitLimits = .mayBlock
    ) async throws(PostgresError) -> DefinitionAnswer {
        let queries = DefinitionQueries(relations, detail: detail, traits: traits)
        let unit = UnitOfWork(queries.statements(on: server.version), limits: limits, plansAsWritten: true)
        return await namingLockHolders(queries.decode(try await answers(to: unit), from: server.version))
    }
}
