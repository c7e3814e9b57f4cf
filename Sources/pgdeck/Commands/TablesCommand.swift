internal import ArgumentParser

/// `pgdeck tables [PATTERN]`: psql's `\dt+`.
struct TablesCommand: ReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "List tables with their sizes, as psql's \\dt+ does.",
        usage: """
            pgdeck tables [<pattern> [<database>]] [<options>]
            pgdeck tables -d <database> [<options>]
            """,
        discussion: """
            The first word is the pattern, the second the database: all tables of the database 1245 are 'pgdeck tables -d 1245'. Without a \
            database, that of the settings is meant.
            """,
        helpNames: .long
    )

    @Argument(help: "Which tables, in psql's pattern language: film*, ventas.*, '\"Mixed Case\"'. Without it, those of the search path.")
    var pattern: String?

    @Flag(help: "Leave out sizes and comments: psql's \\dt.")
    var brief = false

    @OptionGroup var options: ReportOptions
    @OptionGroup var connection: ConnectionOptions

    var kind: ReportRequest.Kind { .tables(pattern: pattern) }
}
