import DemoCluster
import Foundation
import PostgresClient
import Reports
import TestSupport
import Testing

@Suite("A printed table is, byte for byte, what the server's own psql prints")
struct PrinterDifferentialTests {
    private let server: ServerVersion

    init() throws { server = ServerVersion(major: try TestServer.shared().majorVersion) }

    @Test("every scalar of Unicode takes the columns that psql takes it for")
    func everyScalar() throws {
        // A wrong width of one scalar shows in the padding of its row.
        let blocks = stride(from: UInt32(1), through: 0x10FFFF, by: 16).map { first in
            (first..<min(first + 16, 0x110000)).compactMap(Unicode.Scalar.init).reduce(into: "") { $0.unicodeScalars.append($1) }
        }
        let rows = blocks.enumerated().map { [$1, String($0)] }
        let table = PsqlTable(title: nil, columns: [.init("text"), .init("number", .right)], rows: rows, countsRows: true)
        let outcome = try TestServer.shared().psql(
            script: """
                SELECT coalesce((SELECT string_agg(chr(c), '' ORDER BY c) FROM generate_series(f, least(f + 15, 1114111)) AS c
                  WHERE c NOT BETWEEN 55296 AND 57343), '') AS text, (f - 1) / 16 AS number
                FROM generate_series(1, 1114111, 16) AS f ORDER BY f;
                """)
        #expect(outcome.error == "")
        let printed = Array(PsqlPrinter(for: server).text(of: table).utf8).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let expected = Array(outcome.output.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        #expect(printed.count == expected.count)
        #expect(printed.count > 69_000)
        for (printed, expected) in zip(printed, expected) where printed != expected {
            Issue.record(
                "\(String(decoding: printed, as: UTF8.self).debugDescription), psql: \(String(decoding: expected, as: UTF8.self).debugDescription)"
            )
            return
        }
    }

    @Test("hundreds of generated tables with titles, newlines, tabs, controls, wide and combining characters are equal")
    func generatedTables() throws {
        var generator = TableGenerator()
        let cases = (0..<400).map { _ in generator.next() }
        let mark = "-- the next table --"
        let outcome = try TestServer.shared().psql(["-q"], script: cases.map { $0.script + "\\echo '\(mark)'\n" }.joined())
        #expect(outcome.error == "")
        let expected = outcome.output.components(separatedBy: mark + "\n")
        try #require(expected.count == cases.count + 1)
        let printer = PsqlPrinter(for: server)
        for (one, expected) in zip(cases, expected) {
            // By bytes: equal strings may be written differently.
            if !printer.text(of: one.table).utf8.elementsEqual(expected.utf8) { Issue.record("seed \(generator.seed): \(one.script)") }
        }
    }

    @Test("footers stand instead of the count of rows")
    func footers() {
        let table = PsqlTable(
            title: "Table \"a\"", columns: [.init("Column")], rows: [["b"]], footers: ["Indexes:", "    c"], countsRows: true)
        #expect(PsqlPrinter(for: server).text(of: table) == "Table \"a\"\n Column \n--------\n b\nIndexes:\n    c\n\n")
    }
}
