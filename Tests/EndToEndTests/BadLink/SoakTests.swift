import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("A dashboard whose link breaks again and again")
struct SoakTests {
    // Only Linux tells what another process holds.
    @Test("comes back by itself each time, and holds in the end what it began with", .enabled(if: ProcessFigures.areKnown))
    func soak() throws {
        let isLong = LinkBreaker.wantedBreaks != nil
        let breaks = LinkBreaker.wantedBreaks ?? 12
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let shop = try Shop(on: cluster)
        // A server that crashes soon may lose what it was told last: it does not wait for its disk.
        try cluster.runSQL("CHECKPOINT")
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        var breaker = LinkBreaker(link, to: cluster, role: shop.role)
        let session = try DashboardSession(on: shop, through: link)
        let process = try #require(session.terminal.processID)

        /// Waits until the bar lives; a person presses r where there is no time for the back-off.
        func recover(after what: String) throws {
            var turns = 0
            try session.terminal.wait("a live bar after \(what), seed \(breaker.generator.seed)", seconds: 120) { screen in
                turns += 1
                if !isLong, turns.isMultiple(of: 20) { try? session.terminal.press("r") }
                return screen.contains("tx/s") && !screen.contains("next try in") && !screen.contains(" old") && !screen.contains("as of")
            }
        }
        func sessions() throws -> Int {
            try Int(cluster.runSQL("SELECT count(*) FROM pg_stat_activity WHERE usename = '\(shop.role)'")) ?? -1
        }
        func settle() throws -> (figures: ProcessFigures, sessions: Int) {
            breaker.heal()
            link.reset()
            try session.terminal.wait("a new session", seconds: 120) { _ in link.statistics.open > 0 }
            try recover(after: "the reset at rest")
            return (try ProcessFigures(of: process), try sessions())
        }

        var before = try settle()
        var done: [LinkBreak: Int] = [:]
        for number in 1...breaks {
            if number == breaks / 4 { before = try settle() }
            let way = breaker.next()
            done[way, default: 0] += 1
            try breaker.begin(way)
            usleep(UInt32.random(in: 0...(isLong && number.isMultiple(of: 10) ? 12_000_000 : 500_000), using: &breaker.generator))
            breaker.heal()
            try recover(after: "\(way), break \(number)")
        }
        var after = try settle()
        for _ in 0..<20 where after.figures.descriptors > before.figures.descriptors || after.figures.threads > before.figures.threads {
            sleep(1)
            after = (try ProcessFigures(of: process), try sessions())
        }
        print(
            """
            soak of the dashboard, seed \(breaker.generator.seed): \(breaks) breaks (\(done.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\($0.value) \($0.key)" }.joined(separator: ", ")))
              before: \(before.figures), \(before.sessions) sessions at the server
              after:  \(after.figures), \(after.sessions) sessions at the server
            """)
        // One for the probes and at most two for what is browsed, as before.
        #expect(after.sessions <= 3)
        #expect(after.figures.descriptors <= before.figures.descriptors + max(0, after.sessions - before.sessions))
        #expect(after.figures.threads <= before.figures.threads)
        let growth = after.figures.residentMemory - before.figures.residentMemory
        #expect(growth < max(8_000_000, breaks * 10_000), "\(growth) bytes")
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }
}
