import PostgresMonitor
import Testing

@testable import Dashboard

@Suite("The lock tree") struct LockTreeTests {
    private func party(_ pid: Int32, _ blockers: Int32..., since: Double = 0) -> LockParty {
        LockParty(
            pid: pid, backendType: "client backend",
            wait: blockers.isEmpty ? nil : LockWait(lockType: "relation", mode: "ShareLock", blockers: blockers, since: since))
    }

    private func drawn(_ parties: LockParty...) -> [String] {
        LockTree(parties).nodes.map { String(repeating: " ", count: $0.depth) + "\($0.party.pid)/\($0.waiting)" }
    }

    @Test("who waits stands below whom it waits for") func chain() {
        #expect(drawn(party(1), party(2, 1), party(3, 2)) == ["1/2", " 2/1", "  3/0"])
    }

    @Test("one that waits for several stands once, below the last of the queue before it") func queue() {
        #expect(drawn(party(1), party(2, 1), party(3, 1, 2), party(4, 1, 2, 3)) == ["1/3", " 2/2", "  3/1", "   4/0"])
    }

    @Test("whoever blocks most comes first, whoever waits longest comes first below it") func order() {
        #expect(
            drawn(party(1), party(5, 1, since: 3), party(2), party(7, 2, since: 9), party(6, 2, since: 4))
                == ["2/2", " 6/0", " 7/0", "1/1", " 5/0"])
    }

    @Test("a ring is cut, and each of it is shown once") func ring() {
        let shown = drawn(party(1, 2), party(2, 1), party(3, 2))
        #expect(shown.count == 3)
        #expect(Set(shown.map { $0.trimmingPrefix { $0 == " " }.first }) == ["1", "2", "3"])
    }

    @Test("a blocker that has gone leaves those that waited on top") func gone() {
        #expect(drawn(party(2, 99)) == ["2/0"])
    }
}
