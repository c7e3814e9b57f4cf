internal import ArgumentParser
internal import Dashboard
internal import DemoCluster
internal import Settings

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// `pgdeck demo`: a throw-away server with a small world in it, and the dashboard on it.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start a throw-away PostgreSQL with a small world in it and open the dashboard on it.",
        discussion: """
            The server lives in a temporary folder, listens on the loopback address only, and is stopped and deleted on leaving. \
            Where the output is no terminal, the status and one description are printed instead.
            """,
        helpNames: .long
    )

    @OptionGroup var interface: InterfaceOptions

    func run() throws {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        do {
            for folder in Demo.cleanUpLeftovers() { complain("removed what a killed demo left: \(folder)") }
            let demo = try Demo { complain($0) }
            var settings = CommandLineSettings()
            settings.envFile = demo.environmentFile
            // Only the demo's own .env counts: what the person's environment says of another server stays out.
            let loaded = try loadSettings(settings, interface)
            let status = isTerminal ? MainActor.assumeIsolated { openDashboard([loaded], prompt: .whenNeeded) } : printDemo(loaded)
            demo.stop()
            leave(withStatus: status)
        } catch {
            complain("\(error)")
            leave(withStatus: ExitStatus.terminal)
        }
    }
}
