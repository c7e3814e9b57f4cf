import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("The dashboard in windows of every size")
struct WindowTests {
    let shop: Shop

    init() throws { shop = try Shop() }

    @Test("takes a resize at any moment, down to one cell and back")
    func resize() throws {
        let session = try DashboardSession(on: shop)
        let terminal = session.terminal
        for (columns, rows) in [(80, 24), (300, 100), (59, 20), (20, 5), (3, 2), (1, 1), (200, 60), (80, 24)] {
            try terminal.resize(columns: columns, rows: rows)
            try terminal.press("j", "Tab")
        }
        try terminal.wait(for: "Databases", "Tables", " \(shop.cluster.majorVersion).", " ms")
        #expect(terminal.exitStatus == nil)
    }

    @Test("under sixty columns one pane has the screen, and tab brings the next")
    func onePane() throws {
        let session = try DashboardSession(on: shop)
        try session.terminal.resize(columns: 50, rows: 20)
        try session.terminal.wait("one pane") { $0.contains("Databases") && !$0.contains("Tables") }
        try session.terminal.press("Tab")
        try session.terminal.wait("the next pane") { !$0.contains("Databases") && $0.contains("Tables") }
    }

    @Test("zoom gives the pane the whole width, and gives it back")
    func zoom() throws {
        let session = try DashboardSession(on: shop)
        try session.terminal.press("z")
        try session.terminal.wait("databases alone") { $0.contains("Databases") && !$0.contains("Tables") }
        try session.terminal.press("z")
        try session.terminal.wait(for: "Databases", "Tables")
    }

    @Test("works where the terminal has no colours and the locale no UTF-8", arguments: ["vt100", "xterm", "screen-256color"])
    func plainTerminal(term: String) throws {
        let session = try DashboardSession(settings: shop.settings(), term: term, locale: "C")
        let screen = try session.terminal.wait(for: "Databases", "orders", "sessions")
        #expect(!screen.contains("\u{FFFD}") && !screen.contains("注文"))
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }
}
