import DemoCluster
import Foundation
import PostgresCatalog
import PostgresClient
import Reports
import TestSupport
import Testing

/// Every relation of a database, as psql of the server's own major version prints it and as pgdeck does.
///
/// `PGDECK_COMPARE_DATABASES` names running databases to compare as well, for a person who has them: `HOST:PORT:DATABASE:PSQL`, blanks
/// between; `postgres` must be let in.
@Suite("A description is, byte for byte, what the server's own psql prints")
struct DescribeDifferentialTests {
    @Test(
        "every relation of every database, with and without +, many together and one by one",
        arguments: [(true, 300), (false, 300), (true, 1)])
    func everyRelation(verbose: Bool, together: Int) throws {
        for database in try Self.databases() { try Self.compare(database, verbose: verbose, together: together) }
    }

    private static func databases() throws -> [DescribedDatabase] {
        let cluster = try TestServer.shared()
        let fixture = DescribedDatabase(
            host: cluster.socketDirectory, port: String(cluster.port), name: try Fixture.database(), psql: cluster.programs.path("psql"))
        let named = ProcessInfo.processInfo.environment["PGDECK_COMPARE_DATABASES"] ?? ""
        return try [fixture]
            + named.split(separator: " ").map { item in
                let parts = item.split(separator: ":").map(String.init)
                try #require(parts.count == 4, "HOST:PORT:DATABASE:PSQL, not \(item)")
                return DescribedDatabase(host: parts[0], port: parts[1], name: parts[2], psql: parts[3])
            }
    }

    private static func compare(_ database: DescribedDatabase, verbose: Bool, together: Int) throws {
        let command = verbose ? "\\d+" : "\\d"
        let expected = try database.printedByPsql(verbose: verbose)
        let printed = try database.printedByPgdeck(verbose: verbose, batchesOf: together)
        let comparison = TextComparison(expected, printed)
        let count = try database.relationCount()
        print("\(command) in \(database.host) \(database.name), \(together) together: \(comparison.equal) of \(count) relations equal")
        for difference in comparison.differences.prefix(20) {
            Issue.record("\(difference.relation)\npsql:\n\(difference.expected.prefix(3000))\npgdeck:\n\(difference.found.prefix(3000))")
        }
        #expect(comparison.equal == count)
        #expect(comparison.rest == "")
    }
}
