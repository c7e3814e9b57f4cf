import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("Where there is no terminal for a dashboard")
struct NoTerminalTests {
    private func run(_ arguments: [String], settings: [String: String] = [:]) throws -> ChildProcess.Outcome {
        let folder = try TestFolder()
        var environment = ChildProcess.inheritedEnvironment().filter { !$0.key.hasPrefix("DB_") }
        environment["HOME"] = folder.path
        environment["XDG_CONFIG_HOME"] = folder.path
        environment["TERM"] = "xterm-256color"
        environment.merge(settings) { $1 }
        return try ChildProcess.run(builtBinary(), arguments, environment: environment, deadline: 60)
    }

    @Test("into a pipe it draws nothing and says why on standard error")
    func pipe() throws {
        let outcome = try run([], settings: Shop().settings())
        #expect(outcome.exit != .status(0))
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("terminal"))
    }

    @Test("an unknown option is named, with status 3")
    func unknownOption() throws {
        let outcome = try run(["--no-such-option"])
        #expect(outcome.exit == .status(3))
        #expect(outcome.error.contains("--no-such-option"))
    }

    @Test("a .env file that is not there is named, with status 3")
    func missingEnvironmentFile() throws {
        let outcome = try run(["--env-file", "/nonexistent/settings.env"])
        #expect(outcome.exit == .status(3))
        #expect(outcome.error.contains("/nonexistent/settings.env"))
    }

    @Test(
        "a terminal that cannot place its cursor, or that nobody knows, is named with what to try", arguments: ["dumb", "no-such-terminal"])
    func uselessTerminal(term: String) throws {
        let session = try DashboardSession(settings: Shop().settings(), term: term)
        try session.terminal.wait(for: term, "TERM=xterm-256color")
        #expect(try session.terminal.waitForExit() == 1)
    }

    @Test("the help names the ways to a server")
    func help() throws {
        let outcome = try run(["--help"])
        #expect(outcome.exit == .status(0))
        for word in ["--env-file", "--theme", "demo", "--refresh"] { #expect(outcome.output.contains(word)) }
        // There is no command of that name to be typed.
        #expect(try run(["help"]).output == outcome.output)
        #expect(!outcome.output.contains("pgdeck dashboard"))
        let wrong = try run(["--bogus"])
        #expect(wrong.error.contains("See 'pgdeck --help'"))
    }

    @Test("the demo without a terminal prints the status and a description, and leaves nothing behind")
    func demo() throws {
        let outcome = try run(["demo"])
        #expect(outcome.exit == .status(0))
        #expect(outcome.output.contains("PostgreSQL"))
        #expect(outcome.output.contains("Column"))
    }
}
