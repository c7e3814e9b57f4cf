internal import ArgumentParser
internal import Dashboard
internal import Settings

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// `pgdeck replay FILE`: the monitor on a recording.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Show a recording made by --record in the monitor, with a slider through its time.",
        usage: "pgdeck replay <file> [--theme <theme>]",
        discussion: """
            No server is asked. FILE.1, the older half of a recording, is read as well. It opens at the last moment; ? shows the keys. \
            Times are in UTC. Where the output is no terminal, the screen at the last moment is printed.
            """,
        helpNames: .long
    )

    @Argument(help: "The file given to --record.")
    var file: String

    @Option(help: "The theme's name: dark, light, mono, or one of your own.")
    var theme: String?

    func run() throws {
        var commandLine = CommandLineSettings()
        commandLine.theme = theme
        let settings: Settings
        do {
            let environment = processEnvironment()
            settings = try Settings.screen(commandLine, environment: environment, home: environment["HOME"])
        } catch {
            complain("\(error)")
            leave(withStatus: ExitStatus.usage)
        }
        let isTerminal = isatty(STDOUT_FILENO) == 1
        leave(withStatus: isTerminal ? MainActor.assumeIsolated { openReplay(file, settings) } : printReplay(file, settings))
    }
}
