internal import ArgumentParser
internal import CSystemShims
internal import NcursesTerminal
internal import Terminal

/// The program. Exit statuses: 0 left by the person or printed, 1 the terminal, the demo or what was asked for cannot be had, 2 no
/// connection for a report, 3 bad usage or settings, 128 + n ended by signal n.
@main
struct Pgdeck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pgdeck",
        abstract: "A full-screen dashboard for PostgreSQL: databases, tables, columns, and a live status bar. It only reads.",
        version: pgdeckVersion,
        subcommands: [
            DashboardCommand.self, DescribeCommand.self, TablesCommand.self, DatabasesCommand.self, RolesCommand.self, DoctorCommand.self,
            StatusCommand.self, ServeCommand.self, ReplayCommand.self, DemoCommand.self,
        ],
        defaultSubcommand: DashboardCommand.self,
        helpNames: .long
    )

    /// Signals are held before any thread starts, so that every thread inherits it.
    static func main() {
        pgdeck_memory_return_early()
        if let line = PlainReportLine(CommandLine.arguments.dropFirst()) { leave(withStatus: printReport(line.request)) }
        // What pgdeck does without a command is what its help tells.
        if [["--help"], ["help"]].contains(Array(CommandLine.arguments.dropFirst())) {
            print(helpMessage(for: DashboardCommand.self))
            leave(withStatus: 0)
        }
        do {
            var command = try parseAsRoot()
            // A report ends by signals as any filter does.
            if !(command is any ReportCommand), !(command is DoctorCommand) { NcursesTerminal.blockSignals() }
            try command.run()
        } catch {
            let isUsage = exitCode(for: error) == .validationFailure
            if isUsage {
                complain(fullMessage(for: error).replacing("'pgdeck dashboard --help'", with: "'pgdeck --help'"))
                leave(withStatus: ExitStatus.usage)
            }
            exit(withError: error)
        }
    }
}

let pgdeckVersion = "0.1.0"
