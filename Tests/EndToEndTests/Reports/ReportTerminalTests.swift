import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("A report on a terminal")
struct ReportTerminalTests {
    let shop: Shop

    init() throws { shop = try Shop() }

    private func session(_ arguments: [String], password: Bool) throws -> DashboardSession {
        var settings = shop.settings()
        if !password { settings["DB_PASSWORD"] = nil }
        return try DashboardSession(arguments, settings: settings, columns: 160)
    }

    @Test("a missing password is asked for without echo")
    func password() throws {
        let session = try session(["tables"], password: false)
        try session.terminal.wait(for: "Password for user \(shop.role):")
        try session.terminal.type(Shop.password + "\u{8}1")
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "List of", "customers")
        #expect(try session.terminal.waitForExit() == 0)
        #expect(try !session.terminal.screen().contains(Shop.password))
        #expect(session.terminal.terminalSettings.contains(" echo "))
    }

    @Test("^C at the question for a password leaves the terminal with its echo")
    func interrupted() throws {
        let session = try session(["tables"], password: false)
        try session.terminal.wait(for: "Password for user")
        try session.terminal.press("C-c")
        #expect(try session.terminal.waitForExit() == 130)
        #expect(session.terminal.terminalSettings.contains(" echo "))
    }

    @Test("with -w no password is asked for")
    func neverAsked() throws {
        let session = try session(["tables", "-w"], password: false)
        #expect(try session.terminal.waitForExit() == 2)
        #expect(try session.terminal.screen().contains("password"))
    }

    @Test("what would act on the terminal is made visible there; into a pipe psql's bytes go as they are")
    func controls() throws {
        let session = try session(["describe", "Pedidos*"], password: true)
        try session.terminal.wait(for: "Did not find any relation named")
        let quoted = try self.session(["describe", "\"Pedidos\"*"], password: true)
        try quoted.terminal.wait(for: "Table \"public.Pedidos \\e[31m 2024\"")
        let piped = try ReportRun(cluster: shop.cluster, database: shop.database).pgdeck(["describe", "\"Pedidos\"*"])
        #expect(piped.output.contains("Table \"public.Pedidos \u{1b}[31m 2024\""))
    }
}
