import Foundation
import Terminal
import Testing

@testable import Dashboard

@Suite("The README") struct ReadmeTests {
    private static let file = URL(filePath: #filePath).appending(path: "../../../README.md").standardized

    @Test("its table of keys is the action table") func keys() throws {
        try compare(
            "keys", table(of: ActionTable.entries.map { ($0.chords, $0.help) }))
    }

    @Test("its table of a replay's keys is the replay's table") func replayKeys() throws {
        try compare(
            "replay keys", table(of: ReplayTable.entries.map { ($0.chords, $0.help) }))
    }

    private func table(of keys: [(chords: [KeyChord], help: String)]) -> [String] {
        ["| key | what it does |", "|---|---|"]
            + keys.map { "| \($0.chords.map { "`\($0.description)`" }.joined(separator: " ")) | \($0.help) |" }
    }

    @Test("its table of commands is the command table") func commands() throws {
        try compare(
            "commands", ["| command | what it does |", "|---|---|"] + CommandTable.entries.map { "| `\($0.usage)` | \($0.help) |" })
    }

    /// The table between two marks.
    private func compare(_ name: String, _ rows: [String]) throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("<!-- \(name):") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("<!-- end of \(name)") })
        let table = [""] + rows + [""]
        if ProcessInfo.processInfo.environment["PGDECK_RECORD_GOLDENS"] == "1" {
            let rewritten = lines[...start] + table[...] + lines[end...]
            try rewritten.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
            return
        }
        #expect(Array(lines[(start + 1)..<end]) == table)
    }
}
