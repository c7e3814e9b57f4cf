internal import ArgumentParser
internal import PostgresCatalog
internal import PostgresClient
internal import Reports

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

    func report(_ session: ReportSession) async throws(ReportFailure) -> Report {
        var notice: String?
        guard let pattern = try session.pattern(pattern, notice: &notice) else {
            return try await listed(RelationList(RelationList.everything, isVerbose: !brief), notice, session)
        }
        let (matches, version) = try await session.ask(RelationsByPatternQuery(pattern))
        guard !matches.isEmpty else {
            throw ReportFailure(message: "Did not find any relation named \"\(pattern.text)\".", status: ExitStatus.notReported)
        }
        var described = DescribedRelations(isVerbose: !brief, session)
        for batch in matches.batches(of: Self.batchSize) {
            guard let missing = try await described.add(batch) else { continue }
            // Dropped since it was found: psql ends there too.
            return described.report(
                version: version, notice: "Did not find any relation with OID \(missing).", status: ExitStatus.notReported)
        }
        return described.report(version: version)
    }

    /// Relations described in one round trip: enough that the link hardly counts, few enough that the answers stay small.
    private static let batchSize = 250
}

extension Array {
    fileprivate func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
