import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("Several servers in one dashboard")
struct FleetTests {
    @Test("one that falls silent delays no other; enter moves the panes to it and back, and q quits meanwhile")
    func silent() throws {
        let shop = try Shop()
        let link = try BadLink(to: .tcp(host: shop.cluster.host, port: shop.cluster.port))
        let session = try DashboardSession([shop.uri(), shop.uri(through: link)])
        let terminal = session.terminal
        try terminal.wait("two live lines", seconds: 60) { screen in
            lines(screen, 2).allSatisfy { $0.contains("connected") && $0.contains(" ms ") }
        }
        link.set(.freeze)
        try terminal.wait("word of the silence on the second line", seconds: 60) { lines($0, 2)[1].contains("no answer for") }
        try session.describe("orders", of: shop)
        try terminal.wait("the describer of the first", seconds: 60) { $0.contains("placed") && lines($0, 2)[0].contains("connected") }
        try terminal.press("f", "j", "Enter")
        try terminal.wait(for: "\(shop.role)@\(link.host):\(link.port)/", "no answer for")
        try terminal.press("M-1")
        try terminal.wait(for: "placed", "\(shop.database) > public > orders")
        link.set(.pass)
        try terminal.wait("the second line alive again", seconds: 60) { lines($0, 2)[1].contains("connected") }
        link.set(.freeze)
        try terminal.press("q")
        #expect(try terminal.waitForExit() == 0)
        #expect(try terminal.flags == .plain)
    }

    @Test("a list in config.toml opens them all; a password is asked for when its server is looked at")
    func listed() throws {
        let shop = try Shop()
        let place = "host=\(shop.cluster.host) port=\(shop.cluster.port) dbname=\(shop.database)"
        let list = """
            [[servers]]
            name = "with"
            connection = "\(place) user=\(shop.role)"
            [[servers]]
            name = "nobody"
            connection = "\(place) user=nobody_here"
            """
        let session = try DashboardSession(files: ["pgdeck/config.toml": list])
        try session.terminal.wait("both lines", seconds: 60) { screen in lines(screen, 2).allSatisfy { $0.contains("a password is needed") }
        }
        try session.terminal.wait(for: "for \(shop.role)@")
        try session.terminal.type(Shop.password)
        try session.terminal.press("Enter")
        try session.terminal.wait("the first line alive", seconds: 60) { lines($0, 2)[0].contains("connected") && $0.contains("orders") }
        try session.terminal.press("M-2")
        try session.terminal.wait(for: "for nobody_here@")
        try session.terminal.press("Escape")
        try session.terminal.wait(for: "q quit")
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
    }

    @Test("a wrong one among them, and --record, are refused with status 3")
    func refused() throws {
        let first = try DashboardSession(["--service", "no_such_service_7", "host=192.0.2.1"])
        #expect(try first.terminal.waitForExit() == 3)
        #expect(try first.terminal.screen().contains("no_such_service_7"))
        let second = try DashboardSession(["host=192.0.2.1", "host=192.0.2.2", "--record", "moments.jsonl"])
        #expect(try second.terminal.waitForExit() == 3)
        #expect(try second.terminal.screen().contains("--record records one server, and 2 are given"))
    }

    @Test("the log names the server of each line")
    func log() throws {
        let shop = try Shop()
        let folder = try TestFolder()
        let arguments = [shop.uri(), "host=127.0.0.1 port=1 user=nobody", "--log-file", "\(folder.path)/log"]
        let session = try DashboardSession(arguments)
        try session.terminal.wait(for: "connection refused", "connected", seconds: 60)
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
        let log = try #require(folder.read("log"))
        #expect(log.contains(" \(shop.cluster.host):\(shop.cluster.port): link connected: \(shop.role)@"))
        #expect(log.contains(" 127.0.0.1:1: link lost: connection refused"))
        #expect(!log.contains(Shop.password))
    }

    /// The first so many rows of the screen; empty ones where it has fewer.
    private func lines(_ screen: String, _ count: Int) -> [String] {
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(count).map(String.init)
        return rows + Array(repeating: "", count: count - rows.count)
    }
}
