import DemoCluster
import TestSupport
import Testing

@BlockingThread
@Suite("A server that cannot be had")
struct RefusalTests {
    @Test("a wrong password is told; the right one, typed into the masked dialog, opens the door")
    func wrongPassword() throws {
        let shop = try Shop()
        let session = try DashboardSession(settings: shop.settings(password: "not-it"))
        try session.terminal.wait(for: "Password", "password authentication failed")
        try session.terminal.type(Shop.password)
        #expect(try !session.terminal.screen().contains(Shop.password))
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "orders", "sessions")
        #expect(try !session.terminal.screen().contains("not-it"))
    }

    @Test("a missing password is asked for")
    func noPassword() throws {
        let shop = try Shop()
        var settings = shop.settings()
        settings["DB_PASSWORD"] = nil
        let session = try DashboardSession(settings: settings)
        try session.terminal.wait(for: "Password", shop.role)
        try session.terminal.paste(Shop.password)
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "orders", "sessions")
    }

    @Test("a database that is not there is named, with what to try")
    func noDatabase() throws {
        var settings = try Shop().settings()
        settings["DB_NAME"] = "nowhere"
        let session = try DashboardSession(settings: settings)
        try session.terminal.wait(for: "\"nowhere\"", "does not exist")
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }

    @Test("without any settings it says how to get to a server")
    func noSettings() throws {
        let session = try DashboardSession()
        try session.terminal.wait(for: "pgdeck demo", "-h", ".env")
    }

    @Test("the form takes new settings and connects")
    func form() throws {
        let shop = try Shop()
        let session = try DashboardSession()
        try session.terminal.wait(for: "tab next field")
        for value in [shop.cluster.host, "\(shop.cluster.port)", shop.role, shop.database] {
            try session.terminal.type(value)
            try session.terminal.press("Tab")
        }
        try session.terminal.press("Tab")
        try session.terminal.type(Shop.password)
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "orders", "sessions")
        #expect(try !session.terminal.screen().contains(Shop.password))
    }
}
