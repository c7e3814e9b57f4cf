internal import PostgresClient
internal import Reports

extension Report {
    /// A list in the format wanted.
    ///
    /// - Parameter name: what the JSON calls the list.
    init<Row>(_ name: String, _ rows: [Row], _ facts: [Fact<Row>], version: String, as table: PsqlTable, _ session: ReportSession) {
        switch session.format {
        case .psql: PsqlPrinter(for: session.server).append(table, to: &output)
        case .json:
            JSONDocument(name, version: version, database: session.connection.server.database).append(
                name, rows.map { JSONValue($0, facts) }, to: &output)
        case .csv: output = CSVTable(rows, facts).bytes
        case .markdown: output = Array(MarkdownTable(table).text.utf8)
        }
    }
}
