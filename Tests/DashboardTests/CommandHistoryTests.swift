import Terminal
import Testing

@testable import Dashboard

@Suite("The history of commands") struct CommandHistoryTests {
    @Test("the same line twice in a row stands once, the oldest go") func bounded() {
        var history = CommandHistory()
        for line in ["dt", "dt", "df", "dt"] { history.add(line) }
        #expect(history.lines == ["dt", "df", "dt"])
        for number in 0..<600 { history.add("d \(number)") }
        #expect(history.lines.count == CommandHistory.longest)
        #expect(history.lines.last == "d 599")
    }

    @Test("what another session wrote meanwhile stays, before what was run here") func merged() {
        var history = CommandHistory(["old"])
        history.add("mine")
        #expect(history.merged(with: ["old", "theirs"]) == ["old", "theirs", "mine"])
        #expect(CommandHistory(["old"]).merged(with: ["old", "theirs"]) == ["old", "theirs"])
    }

    @Test("up and down walk through it and come back to what was typed") func recalled() {
        var line = CommandLine(prompt: ":")
        let history = CommandHistory(["one", "two"])
        line.field.text = "typed"
        line.recall(by: -1, in: history)
        #expect(line.field.text == "two")
        line.recall(by: -1, in: history)
        line.recall(by: -1, in: history)
        #expect(line.field.text == "one")
        line.recall(by: 1, in: history)
        line.recall(by: 1, in: history)
        #expect(line.field.text == "typed")
        line.recall(by: 1, in: history)
        #expect(line.field.text == "typed")
    }
}
