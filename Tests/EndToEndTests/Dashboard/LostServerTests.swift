import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("A server that goes away and comes back")
struct LostServerTests {
    @Test("stopped, it is told with what is known kept on the screen; started again, the dashboard goes on by itself")
    func stoppedAndStarted() throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let session = try DashboardSession(on: Shop(on: cluster))
        try cluster.stop(.fast)
        try session.terminal.wait(for: "next try in", " old", "orders", "Databases")
        try cluster.start()
        try session.terminal.wait("a live bar", seconds: 60) { $0.contains("tx/s") && !$0.contains("next try in") && !$0.contains(" old") }
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }

    @Test("a terminated session is made anew")
    func terminated() throws {
        let shop = try Shop()
        let session = try DashboardSession(on: shop)
        #expect(try shop.terminateSessions() > 0)
        let sessions = "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = '\(shop.role)'"
        try session.terminal.wait("a new session") { _ in (try? shop.cluster.runSQL(sessions)) == "t" }
        try session.terminal.wait("a live bar", seconds: 60) { $0.contains("tx/s") && !$0.contains("next try in") && !$0.contains(" old") }
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }

    @Test("a link that falls silent is told, keys go on working, and q quits")
    func silent() throws {
        let shop = try Shop()
        let link = try BadLink(to: .tcp(host: shop.cluster.host, port: shop.cluster.port))
        let session = try DashboardSession(on: shop, through: link)
        link.set(.freeze)
        try session.terminal.press("?")
        try session.terminal.wait(for: "move the cursor down")
        try session.terminal.press("?")
        try session.terminal.wait("word of the silence", seconds: 60) { $0.contains("no answer") }
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
        #expect(try session.terminal.flags == .plain)
    }

    @Test("after a reset of the link the dashboard connects again")
    func reset() throws {
        let shop = try Shop()
        let link = try BadLink(to: .tcp(host: shop.cluster.host, port: shop.cluster.port))
        let session = try DashboardSession(on: shop, through: link)
        let before = link.statistics.accepted
        link.reset()
        try session.terminal.wait("a new connection", seconds: 60) { _ in link.statistics.accepted > before }
        try session.terminal.wait("a live bar", seconds: 60) { $0.contains("tx/s") && !$0.contains("next try in") && !$0.contains(" old") }
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }
}
