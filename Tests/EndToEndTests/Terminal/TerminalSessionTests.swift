import TestSupport
import Testing

@BlockingThread
@Suite("The terminal of the tests")
struct TerminalSessionTests {
    @Test("shows a full-screen program, takes keys, resizes it, and sees a restored terminal")
    func fullScreen() throws {
        let lines = (1...200).map { "line \($0)" }.joined(separator: "\n")
        let folder = try TestFolder()
        let file = try folder.write("lines", lines)
        let session = try TerminalSession(["/usr/bin/less", file], columns: 60, rows: 10)
        try session.wait(for: "line 9")
        #expect(try session.flags.alternateScreen)
        try session.resize(columns: 60, rows: 20)
        try session.wait(for: "line 19")
        try session.press("G")
        try session.wait(for: "line 200")
        #expect(session.exitStatus == nil)
        try session.press("q")
        #expect(try session.waitForExit() == 0)
        #expect(try session.flags == .plain)
        #expect(session.terminalSettings.contains(" icanon"))
        try session.type("echoed")
        try session.wait(for: "echoed")
    }

    @Test("tells the exit status of a program that ends at once, and of one that a signal ends")
    func exitStatus() throws {
        #expect(try TerminalSession(["/bin/sh", "-c", "exit 7"]).waitForExit() == 7)
        #expect(try TerminalSession(["/bin/sh", "-c", "kill -9 $$"]).waitForExit() == 137)
    }

    @Test("finds the program built beside the tests")
    func binary() throws {
        #expect(try builtBinary().hasSuffix("/pgdeck"))
    }
}
