internal import ArgumentParser

/// `pgdeck describe PATTERN`: psql's `\d+`, with `--brief` its `\d`.
struct DescribeCommand: ReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Describe relations, as psql's \\d+ does.",
        usage: """
            pgdeck describe <pattern> [<database>] [<options>]
            pgdeck describe <pattern> -d <database> [<options>]
            """,
        discussion: "The first word is the pattern, the second the database. Without a database, that of the settings is meant.",
        helpNames: .long
    )

    @Argument(help: "Which relations, in psql's pattern language: film, ventas.*, '\"Mixed Case\"', 'film|stock'.")
    var pattern: String

    @Flag(help: "Print psql's \\d: without storage, comments and partitions by name.")
    var brief = false

    @OptionGroup var options: ReportOptions
    @OptionGroup var connection: ConnectionOptions

    var kind: ReportRequest.Kind { .describe(pattern: pattern) }
}
