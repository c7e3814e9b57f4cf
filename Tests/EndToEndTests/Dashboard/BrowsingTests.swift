import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("Browsing a server")
struct BrowsingTests {
    let shop: Shop

    init() throws { shop = try Shop() }

    @Test("opens on the server of the .env file: databases, tables, version and role")
    func start() throws {
        let session = try DashboardSession(on: shop)
        let screen = try session.terminal.wait(
            for: "Databases", shop.database, "\(shop.role)@127.0.0.1:\(shop.cluster.port)", "sessions", " ms")
        #expect(!screen.contains(Shop.password))
        #expect(try session.terminal.flags.alternateScreen)
    }

    @Test("a table is looked up and described from the keyboard, tab by tab")
    func describe() throws {
        let session = try DashboardSession(on: shop)
        try session.describe("orders", of: shop)
        try session.terminal.wait(
            for: "bigint", "generated", "in euros", "timestamp with time zone", "numeric(10,2)")
        try session.terminal.press("]")
        try session.terminal.wait(for: "orders_placed", "orders_pkey")
        try session.terminal.press("]")
        try session.terminal.wait(for: "orders_total_check", "customers")
        try session.terminal.press("1")
        try session.terminal.wait(for: "in euros")
    }

    @Test("rows are read when their tab is opened, page by page, and one of them is shown whole")
    func rows() throws {
        let session = try DashboardSession(on: shop)
        try session.describe("orders", of: shop)
        try session.terminal.press("9")
        try session.terminal.wait(for: "page 1 by id; more below", "1.00")
        try session.terminal.press("G", "j")
        try session.terminal.wait(for: "page 2 by id; more below", "201.00")
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "row 1 of the page", "numeric(10,2)")
        try session.terminal.press("Escape")
        try session.terminal.wait("the rows alone") { !$0.contains("row 1 of the page") }
        try session.terminal.press("G", "G")
        try session.terminal.wait(for: "last page by id", "500.00")
    }

    @Test("the filter keeps the rows that hold its text, and escape brings the others back")
    func filter() throws {
        let session = try DashboardSession(on: shop)
        try session.focusTree(of: shop)
        try session.terminal.press("/")
        try session.terminal.type("custom")
        try session.terminal.wait("customers alone") { $0.contains("customers") && !$0.contains("注文") }
        try session.terminal.press("Escape")
        try session.terminal.wait(for: "customers", "注文")
    }

    @Test("names with control characters arrive as visible text, wide ones whole")
    func hostileNames() throws {
        let session = try DashboardSession(on: shop)
        let screen = try session.terminal.wait(for: "2024", "注文")
        #expect(!screen.contains("Pedidos  2024"))
    }

    @Test("a database dropped while it is open is told, and the dashboard goes on")
    func droppedDatabase() throws {
        let session = try DashboardSession(on: shop)
        try shop.cluster.runSQL("DROP DATABASE \"\(shop.database)\" WITH (FORCE)")
        try session.terminal.press("r")
        try session.terminal.wait("word of it") { $0.contains("no such database") || $0.contains("does not exist") }
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }

    @Test("the help lists the keys, and the same key closes it")
    func help() throws {
        let session = try DashboardSession(on: shop)
        try session.terminal.press("?")
        try session.terminal.wait(for: "Moving", "move the cursor down")
        try session.terminal.press("?")
        try session.terminal.wait(forNo: "move the cursor down")
    }

    @Test("a pasted text does nothing outside a text field, and is taken inside one")
    func paste() throws {
        let session = try DashboardSession(on: shop)
        try session.focusTree(of: shop)
        try session.terminal.paste("q?customers")
        try session.terminal.press("/")
        try session.terminal.paste("customers")
        try session.terminal.wait("the filter") { $0.contains("/customers") && !$0.contains("注文") }
        #expect(session.terminal.exitStatus == nil)
    }

    @Test("a click selects, and the pane under it gets the focus")
    func mouse() throws {
        let session = try DashboardSession(on: shop)
        try session.focusTree(of: shop)
        let lines = try session.terminal.lines
        let row = try #require(lines.firstIndex { $0.contains("customers") && !$0.contains(" > ") })
        let line = lines[row]
        let column = line.distance(from: line.startIndex, to: try #require(line.firstRange(of: "customers")).lowerBound)
        try session.terminal.click(column: column, row: row)
        try session.terminal.wait(for: "\(shop.database) > public > customers")
    }
}
