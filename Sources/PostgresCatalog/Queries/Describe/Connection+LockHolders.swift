public import PostgresClient

extension Connection {
    /// Who holds the locks that a description of these relations, or their sizes, would wait for; as of now, the longest first.
    public func lockHolders(of relations: [OID]) async throws(PostgresError) -> [LockHolder] {
        let holders = try await ask(LockHoldersQuery(relations: relations), limits: .catalog).get()
        return relations.flatMap { holders[$0] ?? [] }
    }

    /// The same answer with who holds the locks that it ran into, asked in a round trip of its own: nearly always there is none.
    public func namingLockHolders(_ answer: DefinitionAnswer) async -> DefinitionAnswer {
        guard answer.unavailable?.isLockTimeout == true else { return answer }
        let query = LockHoldersQuery(relations: Array(answer.definitions.keys))
        // Without them the answer still says that there was a lock.
        guard case .success(let holders)? = try? await ask(query, limits: .catalog) else { return answer }
        var named = answer
        for (relation, holders) in holders { named.definitions[relation]?.lockHolders = holders }
        return named
    }
}
