public import PostgresClient

extension Connection {
    /// Who holds the locks that a description of these relations, or their sizes, would wait for; as of now, the longest first.
    public func lockHolders(of relations: [OID]) async throws(PostgresError) -> [LockHolder] {
        let query = LockHoldersQuery()
        guard let statement = query.statement(about: relations, .brief, on: server.version) else { return [] }
        let rows = try await answers(to: [statement], limits: .catalog)[0].get()
        var definitions = Dictionary(relations.map { ($0, RelationDefinitions()) }, uniquingKeysWith: { first, _ in first })
        do throws(DecodingFailure) {
            try query.add(rows, to: &definitions, from: server.version)
        } catch {
            throw PostgresError(.protocolViolation, "\(error)", context: "reading who holds a lock")
        }
        return relations.flatMap { definitions[$0]?.lockHolders ?? [] }
    }
}
