import Foundation
import Terminal
import Testing

@testable import Dashboard

@Suite("The README") struct ReadmeTests {
    private static let file = URL(filePath: #filePath).appending(path: "../../../README.md").standardized

    @Test("its table of keys is the action table") func keys() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("<!-- keys:") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("<!-- end of keys") })
        var table = ["", "| key | what it does |", "|---|---|"]
        for entry in ActionTable.entries {
            let keys = entry.chords.map { "`\($0.description)`" }.joined(separator: " ")
            table.append("| \(keys) | \(entry.help) |")
        }
        table.append("")
        if ProcessInfo.processInfo.environment["PGDECK_RECORD_GOLDENS"] == "1" {
            let rewritten = lines[...start] + table[...] + lines[end...]
            try rewritten.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
            return
        }
        #expect(Array(lines[(start + 1)..<end]) == table)
    }
}
