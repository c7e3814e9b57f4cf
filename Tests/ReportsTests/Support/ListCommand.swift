import PostgresCatalog
import PostgresClient
import Reports

/// A list of psql's with its argument.
enum ListCommand: Sendable {
    case relations(Set<RelationList.Kind>, String?, isVerbose: Bool, showsSystem: Bool = false)
    case databases(String?, isVerbose: Bool)
    case roles(String?, isVerbose: Bool)

    /// As a person would type it.
    var psql: String {
        let (name, isVerbose, pattern): (String, Bool, String?) =
            switch self {
            case .relations(let kinds, let pattern, let isVerbose, let showsSystem):
                (
                    "d" + RelationList.Kind.allCases.filter(kinds.contains).map { String($0.rawValue) }.joined() + (showsSystem ? "S" : ""),
                    isVerbose, pattern
                )
            case .databases(let pattern, let isVerbose): ("l", isVerbose, pattern)
            case .roles(let pattern, let isVerbose): ("du", isVerbose, pattern)
            }
        return "\\\(name)\(isVerbose ? "+" : "")" + (pattern.map { " " + ListServer.argument($0) } ?? "")
    }

    func printed(by connection: Connection) async -> ListServer.Outcome {
        let server = connection.server.version
        do {
            switch self {
            case .relations(let kinds, let text, let isVerbose, let showsSystem):
                let pattern = try text.map { try NamePattern($0, .schemaAndName, on: server, database: connection.server.database) }
                let list = RelationList(kinds, pattern: pattern, isVerbose: isVerbose, showsSystem: showsSystem)
                let relations = try await connection.ask(RelationListQuery(list), limits: .mayBlock).get()
                if relations.isEmpty { return ListServer.Outcome(error: list.psqlNotFound(on: server) + "\n") }
                return outcome(PsqlTable(relations, of: list, on: server), server)
            case .databases(let text, let isVerbose):
                let pattern = try text.map { try NamePattern($0, .name, on: server, database: connection.server.database) }
                let databases = try await connection.ask(DatabaseListQuery(pattern: pattern, isVerbose: isVerbose), limits: .mayBlock).get()
                return outcome(PsqlTable(databases, isVerbose: isVerbose, on: server), server)
            case .roles(let text, let isVerbose):
                let pattern = try text.map { try NamePattern($0, .name, on: server, database: connection.server.database) }
                let roles = try await connection.ask(RoleListQuery(pattern: pattern), limits: .catalog).get()
                return outcome(PsqlTable(roles, isVerbose: isVerbose, on: server), server)
            }
        } catch let error as PostgresError {
            return ListServer.Outcome(error: error.psqlText + "\n")
        } catch {
            return ListServer.Outcome(error: "\(error)\n")
        }
    }

    private func outcome(_ table: PsqlTable, _ server: ServerVersion) -> ListServer.Outcome {
        ListServer.Outcome(output: PsqlPrinter(for: server).text(of: table))
    }
}
