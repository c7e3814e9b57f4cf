internal import ArgumentParser

/// `pgdeck roles`: psql's `\du+`.
struct RolesCommand: ReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "List the server's roles, as psql's \\du+ does.",
        usage: "pgdeck roles [<database>] [<options>]",
        helpNames: .long
    )

    @Flag(help: "Leave out the comments: psql's \\du.")
    var brief = false

    @OptionGroup var options: ReportOptions
    @OptionGroup var connection: ConnectionOptions

    var kind: ReportRequest.Kind { .roles }
}
