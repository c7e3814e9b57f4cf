import PostgresMonitor
import Testing

@Suite("What is lost on the way to a recording") struct RecordLedgerTests {
    private let full = RecordingError.system(path: "day.jsonl", doing: "write", reason: "No space left on device")
    private var ledger = RecordLedger()

    @Test("a disk that keeps up is not spoken of") mutating func quiet() {
        for second in 0..<100 {
            let (isRoom, notice) = ledger.handOver(at: Double(second))
            #expect(isRoom && notice == nil)
            #expect(ledger.finish(written: 1, failures: [], at: Double(second)) == nil)
        }
        #expect(ledger.shortcoming == nil)
    }

    @Test("a failure to write is told once, and once it is over with the lines lost meanwhile") mutating func failing() {
        var notices: [RecordLedger.Notice] = []
        for second in 0..<10 {
            notices += [ledger.handOver(at: Double(second)).notice].compactMap(\.self)
            let failures = (3..<7).contains(second) ? [full, full] : []
            let written = failures.isEmpty ? 1 : 0
            notices += [ledger.finish(written: written, failures: failures, at: Double(second))].compactMap(\.self)
        }
        #expect(notices == [.losing(reason: "cannot write day.jsonl: No space left on device"), .over(lost: 8)])
        #expect(notices[1].description == "the recording goes on; 8 lines were lost")
        #expect(
            ledger.shortcoming == "the recording is not complete: 8 lines were lost: cannot write day.jsonl: No space left on device")
    }

    @Test("a moment that waits for the rest of its refresh ends no trouble") mutating func nothingWritten() {
        _ = ledger.handOver(at: 0)
        _ = ledger.finish(written: 0, failures: [full], at: 0)
        _ = ledger.handOver(at: 1)
        #expect(ledger.finish(written: 0, failures: [], at: 1) == nil)
        _ = ledger.handOver(at: 2)
        #expect(ledger.finish(written: 1, failures: [], at: 2) == .over(lost: 1))
    }

    @Test("a disk that hangs is told after a while, lines only once they are lost, and the end with their number")
    mutating func hanging() {
        var told: [(at: Int, notice: RecordLedger.Notice)] = []
        var lost = 0
        for second in 0..<20 {
            let (isRoom, notice) = ledger.handOver(at: Double(second))
            if !isRoom { lost += 1 }
            if let notice { told.append((second, notice)) }
        }
        #expect(lost == 20 - RecordLedger.mostWaiting)
        #expect(told.map(\.at) == [5, RecordLedger.mostWaiting])
        #expect(told.map(\.notice) == [.waiting(seconds: 5), .losing(reason: "the disk does not keep up")])
        #expect(
            ledger.shortcoming
                == "the recording is not complete: 4 lines were lost: the disk does not keep up; 16 still waiting for the disk")
        #expect(ledger.finish(written: 1, failures: [], at: 21) == .over(lost: 4))
        for _ in 1..<RecordLedger.mostWaiting { #expect(ledger.finish(written: 1, failures: [], at: 21) == nil) }
        #expect(ledger.shortcoming == "the recording is not complete: 4 lines were lost: the disk does not keep up")
    }

    @Test("what was held back to the end counts as well, whether or not there is room for it") mutating func closed() {
        for second in 0..<RecordLedger.mostWaiting { _ = ledger.handOver(at: Double(second) / 10) }
        ledger.close(failures: [])
        #expect(ledger.shortcoming == "the recording is not complete: 16 still waiting for the disk")
        for _ in 0..<RecordLedger.mostWaiting { _ = ledger.finish(written: 1, failures: [], at: 2) }
        #expect(ledger.shortcoming == nil)
        ledger.close(failures: [full])
        #expect(ledger.shortcoming?.contains("1 line was lost") == true)
    }

    @Test("a disk that hung and took all of it lost nothing, and says so") mutating func late() {
        for second in 0..<7 { _ = ledger.handOver(at: Double(second)) }
        #expect(ledger.finish(written: 1, failures: [], at: 7)?.description == "the recording goes on, and nothing was lost")
        #expect(ledger.handOver(at: 8).notice == nil)
    }
}
