internal import ArgumentParser
internal import PostgresCatalog
internal import PostgresClient
internal import Reports

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

    func report(_ session: ReportSession) async throws(ReportFailure) -> Report {
        var notice: String?
        let list = RelationList([.tables], pattern: try session.pattern(pattern, notice: &notice), isVerbose: !brief)
        return try await listed(list, notice, session)
    }
}

/// A list of relations, or in psql's words that there are none.
func listed(_ list: RelationList, _ notice: String?, _ session: ReportSession) async throws(ReportFailure) -> Report {
    let (relations, version) = try await session.ask(RelationListQuery(list)) { () async throws(PostgresError) in
        var names = list
        names.isVerbose = false
        return try await session.connection.ask(RelationListQuery(names), limits: .catalog).get().map(\.oid)
    }
    var report = Report()
    if !relations.isEmpty || session.format != .psql {
        let table = PsqlTable(relations, of: list, on: session.server)
        report = Report("tables", relations, ListedRelation.facts, version: version, as: table, session)
    }
    report.notice = notice
    if relations.isEmpty { report.notice = (notice.map { $0 + "\n" } ?? "") + list.psqlNotFound(on: session.server) }
    return report
}
