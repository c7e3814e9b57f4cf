import PostgresCatalog
import PostgresClient
import Reports
import TestSupport

/// A list of psql's with its argument.
struct ListCommand: Sendable {
    /// As a person would type it.
    let psql: String
    /// Without the backslash.
    let name: String
    let list: CatalogList

    /// - Parameters:
    ///   - name: with its letters: `dtS+`.
    ///   - arguments: patterns.
    init(_ name: String, _ arguments: [String?] = [], _ list: (ListOptions) -> CatalogList) {
        self.name = name
        psql = "\\" + ([name] + arguments.compactMap(\.self).map(psqlArgument)).joined(separator: " ")
        self.list = list(
            ListOptions(pattern: arguments.first ?? nil, isVerbose: name.contains("+"), showsSystem: name.contains("S")))
    }

    static func relations(
        _ kinds: Set<RelationList.Kind>, _ pattern: String?, isVerbose: Bool, showsSystem: Bool = false
    ) -> ListCommand {
        let letters = RelationList.Kind.allCases.filter(kinds.contains).map { String($0.rawValue) }.joined()
        return ListCommand("d" + letters + (showsSystem ? "S" : "") + (isVerbose ? "+" : ""), [pattern]) {
            .relations(letters: letters, $0)
        }
    }

    static func databases(_ pattern: String?, isVerbose: Bool) -> ListCommand {
        ListCommand(isVerbose ? "l+" : "l", [pattern]) { .databases($0) }
    }

    static func roles(_ pattern: String?, isVerbose: Bool) -> ListCommand {
        ListCommand(isVerbose ? "du+" : "du", [pattern]) { .roles($0) }
    }

    func printed(by connection: Connection) async -> ListServer.Outcome {
        let server = connection.server.version
        do throws(PostgresError) {
            switch PsqlReport(try await connection.listing(list), to: list, on: server) {
            case .tables(let tables): return ListServer.Outcome(output: tables.map { PsqlPrinter(for: server).text(of: $0) }.joined())
            case .notFound(let words): return ListServer.Outcome(error: words + "\n")
            }
        } catch {
            // A pattern that is refused has not been to the server.
            return ListServer.Outcome(error: (error.kind == .badParameters ? error.message : error.psqlText) + "\n")
        }
    }
}
