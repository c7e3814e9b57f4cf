import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("psql's commands in the dashboard")
struct CommandLineTests {
    let shop: Shop

    init() throws { shop = try Shop() }

    @Test("a list opens in psql's own words, is filtered and left; a relation is gone to by \\d")
    func lists() throws {
        let session = try DashboardSession(on: shop)
        try session.terminal.press(":")
        try session.terminal.type("dt")
        try session.terminal.wait(for: "list tables")
        try session.terminal.press("Enter")
        let list = try session.terminal.wait(for: "List of", " Schema |", "| table | postgres", "just asked")
        #expect(list.contains("customers"))
        try session.terminal.press("/")
        try session.terminal.type("orders")
        try session.terminal.wait("the filtered list") { $0.contains("1 of ") && !$0.contains("public | customers") }
        try session.terminal.press("Enter", "\\")
        try session.terminal.type("d ord")
        try session.terminal.press("Tab")
        try session.terminal.wait(for: "\\d orders")
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "\(shop.database) > public > orders", "generated", "in euros")
    }

    @Test("an error stands in the line, \\? explains, \\q leaves, and the history is kept for the next session, for nobody else's eyes")
    func errorsAndHistory() throws {
        let session = try DashboardSession(on: shop)
        try session.terminal.press(":")
        try session.terminal.type("d nowhere")
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "Did not find any relation named \"nowhere\".")
        try session.terminal.press("C-u")
        try session.terminal.type("?")
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "list tablespaces", "list data types")
        try session.terminal.press("Escape")
        try session.terminal.wait(forNo: "list tablespaces")
        try session.terminal.press(":", "Up", "Up")
        try session.terminal.wait(for: ":d nowhere")
        try session.terminal.press("C-u")
        try session.terminal.type("q")
        try session.terminal.press("Enter")
        #expect(try session.terminal.waitForExit() == 0)
        let history = try session.history
        #expect(history.text == "d nowhere\n?\nq\n")
        #expect(history.mode == 0o600)
    }
}
