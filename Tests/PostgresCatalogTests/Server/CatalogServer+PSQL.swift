import DemoCluster
import Foundation
import PostgresClient

extension CatalogServer {
    // Bytes that no name of the world holds.
    private static let separators = "\\pset fieldsep '\\x01'\n\\pset recordsep '\\x02'\n"

    /// The rows that psql prints for a command or statement, unaligned, cell by cell.
    func psql(_ command: String, user: String = "postgres") throws -> [[String]] {
        let text = try cluster.runSQL(Self.separators + command, database: CatalogWorld.database, user: user)
        return text.split(separator: "\u{02}").filter { $0 != "\n" }.map(Self.cells)
    }

    /// The same with the names of the columns, for a command that prints one table.
    func psqlTable(_ command: String) throws -> [[String: String]] {
        let text = try cluster.runSQL(
            Self.separators + "\\pset tuples_only off\n\\pset footer off\n" + command, database: CatalogWorld.database)
        let lines = text.split(separator: "\u{02}").map(Self.cells)
        // The title stands above the head, alone in its line; what follows the table has fewer cells than the head.
        guard let head = lines.first(where: { $0.count > 1 }) else { return [] }
        return lines.filter { $0.count == head.count && $0 != head }.map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\u{01}", omittingEmptySubsequences: false).map(String.init)
    }
}
