internal import ArgumentParser
internal import PostgresCatalog
internal import Reports

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

    func report(_ session: ReportSession) async throws(ReportFailure) -> Report {
        let (roles, version) = try await session.ask(RoleListQuery())
        let table = PsqlTable(roles, isVerbose: !brief, on: session.server)
        return Report("roles", roles, RoleAttributes.facts, version: version, as: table, session)
    }
}
