internal import PostgresClient

extension Examination {
    /// Enters `postgres` instead, so that what else there is to know can be told, and adds to the refusal which databases there are.
    func enterElsewhere(_ entry: inout Entry) async -> Session? {
        guard entry.way.database != "postgres" else { return nil }
        told(.waiting("entering the database postgres instead"))
        let parameters = entry.server.candidate.pinned(entry.way.parameters).entering(database: "postgres")
        guard case .success(let connection) = await open(parameters, entry.way).value else { return nil }
        let databases = (try? await connection.ask(EnterableDatabasesQuery(), limits: .probe).get()) ?? []
        let enterable = databases.filter(\.mayConnect).map(\.name)
        let shown = enterable.prefix(8).joined(separator: ", ") + (enterable.count > 8 ? " and \(enterable.count - 8) more" : "")
        entry.explainDatabase(
            owner: databases.first { $0.name == entry.way.database }?.owner,
            others: ["open to you: \(shown)", "what follows was asked in the database postgres"])
        return Session(connection: connection, candidate: entry.server.candidate, way: entry.way)
    }
}
