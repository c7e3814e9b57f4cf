import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("Leaving the dashboard")
struct QuittingTests {
    /// The states that a person may want to leave from.
    enum Situation: String, CaseIterable, CustomTestStringConvertible {
        case connected = "while connected"
        case passwordAsked = "while a password is asked for"
        case refused = "while the port refuses"
        case silent = "while the server says nothing"
        case unknownHost = "while the host has no address"
        case unsettled = "without any settings"

        var testDescription: String { rawValue }

        /// Whether a dialog stands open, which takes `q` as text.
        var takesText: Bool { self == .passwordAsked || self == .unsettled }
    }

    /// A dashboard in that situation, and what keeps it there.
    private func dashboard(_ situation: Situation) throws -> (session: DashboardSession, link: BadLink) {
        let shop = try Shop()
        let link = try BadLink(to: .tcp(host: shop.cluster.host, port: shop.cluster.port))
        var settings = shop.settings(through: link)
        let sign: String
        switch situation {
        case .connected: sign = "tx/s"
        case .passwordAsked:
            settings["DB_PASSWORD"] = nil
            sign = "Password"
        case .refused:
            link.set(.refuse)
            sign = "next try in"
        case .silent:
            link.set(.blackhole)
            sign = "..."
        case .unknownHost:
            settings["DB_HOST"] = "no-such-host.invalid"
            sign = "no-such-host.invalid"
        case .unsettled:
            settings = [:]
            // The form's own hint: the first frame is there before it.
            sign = "tab next field"
        }
        let session = try DashboardSession(settings: settings)
        try session.terminal.wait(for: sign)
        return (session, link)
    }

    private func expectRestored(_ terminal: TerminalSession) throws {
        #expect(try terminal.flags == .plain)
        #expect(terminal.terminalSettings.contains(" icanon"))
        #expect(terminal.terminalSettings.contains(" echo "))
        try terminal.type("after all")
        try terminal.wait(for: "after all")
        #expect(try !terminal.screen().contains("Databases"))
    }

    @Test("q quits with status 0 and leaves the terminal in order", arguments: Situation.allCases)
    func quit(situation: Situation) throws {
        let (session, link) = try dashboard(situation)
        if situation.takesText { try session.terminal.press("Escape") }
        try session.terminal.wait(for: "q quit")
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
        try expectRestored(session.terminal)
        link.stop()
    }

    @Test("^C twice quits everywhere, also out of a dialog", arguments: Situation.allCases)
    func interrupt(situation: Situation) throws {
        let (session, link) = try dashboard(situation)
        try session.terminal.press("C-c", "C-c")
        #expect(try session.terminal.waitForExit() == 0)
        try expectRestored(session.terminal)
        link.stop()
    }

    @Test("a signal ends it with the status that shells expect, and a restored terminal", arguments: [SIGTERM, SIGHUP, SIGSEGV])
    func signal(signal: Int32) throws {
        let (session, link) = try dashboard(.connected)
        let processID = try #require(session.terminal.processID)
        kill(processID, signal)
        #expect(try session.terminal.waitForExit() == 128 + signal)
        #expect(try session.terminal.flags == .plain)
        #expect(session.terminal.terminalSettings.contains(" icanon"))
        link.stop()
    }

    @Test("^Z gives the shell back, fg goes on with a whole screen")
    func suspend() throws {
        let shop = try Shop()
        let session = try DashboardSession(settings: shop.settings()) { command in
            ["/bin/sh", "-ic", command.map { "'\($0)'" }.joined(separator: " ") + "; echo back; fg; exit $?"]
        }
        try session.terminal.wait(for: "Databases", "orders")
        try session.terminal.press("C-z")
        try session.terminal.wait(for: "Databases", "orders")
        try session.terminal.press("q")
        #expect(try session.terminal.waitForExit() == 0)
        #expect(try session.terminal.screen().contains("back"))
    }
}
