import Terminal
import Testing

@testable import Dashboard

@Suite("The action table") struct ActionTableTests {
    @Test("every action stands in the table once") func complete() {
        #expect(Set(ActionTable.entries.map(\.action)) == Set(Action.allCases))
        #expect(ActionTable.entries.count == Action.allCases.count)
    }

    @Test("no chord means two things") func unambiguous() {
        let chords = ActionTable.entries.flatMap(\.chords)
        #expect(Set(chords).count == chords.count)
    }

    @Test("K stays free: pgdeck ends nobody's session") func noKill() {
        #expect(ActionTable.action(for: .character("K")) == nil)
    }
}
