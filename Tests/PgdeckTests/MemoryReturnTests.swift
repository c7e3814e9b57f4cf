import TestSupport
import Testing

@testable import pgdeck

@Suite("Memory is given back")
struct MemoryReturnTests {
    /// Only Linux tells what a process holds.
    @Test("once nobody has used the program for a while, and what is needed after all comes back", .enabled(if: ProcessFigures.areKnown))
    func idle() throws {
        let start = ContinuousClock.now
        var memory = MemoryReturn()
        memory.pass(to: start + .seconds(20), isUsed: true)
        memory.pass(to: start + .seconds(45))
        let before = try ProcessFigures().residentMemory
        memory.pass(to: start + .seconds(51))
        let after = try ProcessFigures().residentMemory
        #expect(after < before - 1_000_000)
        #expect("\(PlainReportLine(["describe", "film"]) as Any)".contains("film"))
    }
}
