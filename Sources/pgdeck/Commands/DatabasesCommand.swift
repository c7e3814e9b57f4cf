internal import ArgumentParser
internal import PostgresCatalog
internal import Reports

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

    func report(_ session: ReportSession) async throws(ReportFailure) -> Report {
        let (databases, version) = try await session.ask(DatabaseListQuery(isVerbose: !brief))
        let table = PsqlTable(databases, isVerbose: !brief, on: session.server)
        return Report("databases", databases, ListedDatabase.facts, version: version, as: table, session)
    }
}
