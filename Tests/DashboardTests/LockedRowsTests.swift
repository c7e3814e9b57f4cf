import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Terminal
import Testing

@testable import Dashboard

@Suite("Rows behind a lock") struct LockedRowsTests {
    private static let locked = PostgresError(.server, "canceling statement due to lock timeout", sqlState: "55P03")

    /// Rows are behind a lock of a session that the server names.
    private func answerLocked(_ visit: inout Visit) {
        visit.fail(Self.locked) { if case .rows = $0 { true } else { false } }
        let started = Timestamp(microsecondsSinceEpoch: Int64((Fixture.serverTime - 125) * 1_000_000))
        let holder = LockHolder(
            pid: 4712, role: "ncorrea", application: "psql", transactionStarted: started, relation: Fixture.ordersName,
            mode: "AccessExclusiveLock")
        visit.answer { if case .lockHolders("1245", OID(20002)) = $0 { .lockHolders([holder]) } else { nil } }
    }

    @Test("behind a lock the holder is named, and the rows are asked again with the probe while they are in view") func behindLock() {
        var visit = RowsTests.atOrders()
        visit.press("9")
        answerLocked(&visit)
        #expect(visit.line("locked by pid 4712 (ncorrea, psql) since") != nil)
        #expect(visit.line("(2 min)") != nil)
        visit.wait(.seconds(11))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.rowsAsked.count == 1)
        #expect(visit.line("locked by pid 4712") != nil)
        answerLocked(&visit)
        visit.press("1")
        visit.wait(.seconds(11))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.rowsAsked.isEmpty)
        visit.press("9")
        visit.answer(Fixture.answer)
        #expect(visit.line("locked by") == nil)
        #expect(visit.line("page 1 by id") != nil)
    }

    @Test("a page in view stays while the next one is behind a lock, whose holder is named below it") func nextPageBehindLock() {
        var visit = RowsTests.atRows()
        visit.press("G j")
        answerLocked(&visit)
        #expect(visit.line("│200 ") != nil)
        #expect(visit.line("locked by pid 4712 (ncorrea, psql) since") != nil)
        visit.wait(.seconds(11))
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.rowsAsked.map(\.position) == [.first])
        visit.answer(Fixture.answer)
        #expect(visit.line("locked by") == nil)
        #expect(visit.state.describer.window.cursor == 199)
    }
}
