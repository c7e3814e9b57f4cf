internal import PostgresCatalog
internal import PostgresClient
internal import Reports

extension ReportSession {
    func report(_ kind: ReportRequest.Kind, isBrief: Bool) async throws(ReportFailure) -> Report {
        switch kind {
        case .describe(let pattern): try await describe(pattern, isVerbose: !isBrief)
        case .tables(let pattern): try await tables(pattern, isVerbose: !isBrief)
        case .databases: try await databases(isVerbose: !isBrief)
        case .roles: try await roles(isVerbose: !isBrief)
        }
    }

    private func tables(_ pattern: String?, isVerbose: Bool) async throws(ReportFailure) -> Report {
        var notice: String?
        return try await listed(RelationList([.tables], pattern: try self.pattern(pattern, notice: &notice), isVerbose: isVerbose), notice)
    }

    /// A list of relations, or in psql's words that there are none.
    func listed(_ list: RelationList, _ notice: String?) async throws(ReportFailure) -> Report {
        let (relations, version) = try await ask(RelationListQuery(list)) { () async throws(PostgresError) in
            var names = list
            names.isVerbose = false
            return try await connection.ask(RelationListQuery(names), limits: .catalog).get().map(\.oid)
        }
        var report = Report()
        if !relations.isEmpty || format != .psql {
            let table = PsqlTable(relations, of: list, on: server)
            report = Report("tables", relations, ListedRelation.facts, version: version, as: table, self)
        }
        report.notice = notice
        if relations.isEmpty { report.notice = (notice.map { $0 + "\n" } ?? "") + list.psqlNotFound(on: server) }
        return report
    }

    private func databases(isVerbose: Bool) async throws(ReportFailure) -> Report {
        let (databases, version) = try await ask(DatabaseListQuery(isVerbose: isVerbose))
        let table = PsqlTable(databases, isVerbose: isVerbose, on: server)
        return Report("databases", databases, ListedDatabase.facts, version: version, as: table, self)
    }

    private func roles(isVerbose: Bool) async throws(ReportFailure) -> Report {
        let (roles, version) = try await ask(RoleListQuery())
        let table = PsqlTable(roles, isVerbose: isVerbose, on: server)
        return Report("roles", roles, RoleAttributes.facts, version: version, as: table, self)
    }
}
