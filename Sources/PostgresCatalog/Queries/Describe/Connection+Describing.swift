public import PostgresClient

extension Connection {
    /// What these relations are, in one round trip that waits for no lock.
    ///
    /// - Throws: ``PostgresError`` when the whole unit failed.
    public func descriptions(
        of relations: [OID], detail: DescriptionDetail = .full, limits: UnitLimits = .catalog
    ) async throws(PostgresError) -> DescriptionAnswer {
        let queries = DescriptionQueries(relations, detail: detail)
        return queries.decode(try await answers(to: queries.statements(on: server.version), limits: limits), from: server.version)
    }

    /// The definitions of these relations, in one round trip in which each question may wait for another session's lock.
    ///
    /// - Throws: ``PostgresError`` when the whole unit failed.
    public func definitions(
        of relations: [OID], detail: DescriptionDetail = .full, limits: UnitLimits = .mayBlock
    ) async throws(PostgresError) -> DefinitionAnswer {
        let queries = DefinitionQueries(relations, detail: detail)
        return queries.decode(try await answers(to: queries.statements(on: server.version), limits: limits), from: server.version)
    }
}
