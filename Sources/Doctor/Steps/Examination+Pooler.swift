internal import PostgresClient

extension Examination {
    /// Whether somebody sits between pgdeck and the server: the process that was named at the login is not the one that answers.
    func poolerStep(_ facts: SessionFacts, _ session: Session) async throws(PostgresError) -> Step {
        guard facts.backendPID != session.connection.server.backendPID else {
            return Step(.pooler, .ok, ["none: the server itself answers"])
        }
        var seen = ["a pooler such as pgbouncer is in between"]
        if let address = facts.serverAddress, let port = facts.serverPort { seen.append("the server behind it is \(address) port \(port)") }
        guard try await sharesBackends(session) else {
            seen.append("each session keeps its own server process, so nothing is lost")
            return Step(.pooler, .ok, seen)
        }
        seen.append("it gives each transaction whatever server process is free")
        seen.append("lost: prepared statements, SET, LISTEN, temporary tables, cursors and advisory locks beyond a transaction")
        return Step(
            .pooler, .warning, seen,
            try: "pgdeck needs none of these; for work that does, connect to the server itself or to a pool with pool_mode = session")
    }

    /// A second session beside the first: where one server process answers both, it belongs to transactions and not to sessions.
    private func sharesBackends(_ session: Session) async throws(PostgresError) -> Bool {
        let parameters = session.candidate.pinned(session.way.parameters).entering(database: session.connection.server.database)
        guard case .success(let second) = await open(parameters, session.way).value else { return false }
        var mine: Set<Int32> = []
        var others: Set<Int32> = []
        for _ in 0..<2 {
            mine.insert(try await roundTrip(session.connection).backendPID)
            others.insert(try await roundTrip(second).backendPID)
        }
        await second.close()
        return mine.count > 1 || others.count > 1 || !mine.isDisjoint(with: others)
    }
}
