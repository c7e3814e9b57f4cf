internal import ArgumentParser

/// `pgdeck databases`: psql's `\l+`.
struct DatabasesCommand: ReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "databases",
        abstract: "List the server's databases with their sizes, as psql's \\l+ does.",
        usage: "pgdeck databases [<database>] [<options>]",
        helpNames: .long
    )

    @Flag(help: "Leave out sizes, tablespaces and comments: psql's \\l.")
    var brief = false

    @OptionGroup var options: ReportOptions
    @OptionGroup var connection: ConnectionOptions

    var kind: ReportRequest.Kind { .databases }
}
