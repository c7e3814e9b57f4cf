internal import PostgresCatalog
internal import PostgresClient
internal import Reports

/// The text of descriptions in the format wanted, as it grows batch by batch.
struct DescribedRelations {
    private let isVerbose: Bool
    private let session: ReportSession
    private let printer: PsqlPrinter
    private var output: [UInt8] = []
    private var objects: [JSONValue] = []
    private var csv = DescriptionCSV()

    init(isVerbose: Bool, _ session: ReportSession) {
        self.isVerbose = isVerbose
        self.session = session
        printer = PsqlPrinter(for: session.server)
    }

    /// Asks all about some relations in one round trip and adds it in their order.
    /// - Returns: the first relation that is not there any more; those behind it are not added.
    mutating func add(_ matches: ArraySlice<RelationsByPatternQuery.Match>) async throws(ReportFailure) -> OID? {
        let relations = matches.map(\.oid)
        let tellsAll = session.format == .json || (session.format == .csv && isVerbose)
        let detail: DescriptionDetail = tellsAll ? .full : isVerbose ? .verbose : .brief
        let traits = matches.reduce(into: RelationTraits()) { $0.formUnion($1.traits) }
        let descriptions = DescriptionQueries(relations, detail: detail, traits: traits)
        let definitions = DefinitionQueries(relations, detail: detail, traits: traits)
        let described: DescriptionAnswer
        let defined: DefinitionAnswer
        do throws(PostgresError) {
            let first = descriptions.statements(on: session.server)
            let rows = try await session.rows(of: first + definitions.statements(on: session.server))
            described = descriptions.decode(rows.prefix(first.count).map { .success($0) }, from: session.server)
            defined = definitions.decode(rows.dropFirst(first.count).map { .success($0) }, from: session.server)
            if let reason = described.unavailable ?? defined.unavailable { throw reason }
        } catch {
            throw await session.failure(error) { () throws(PostgresError) in relations }
        }
        var found = described.descriptions.makeIterator()
        for relation in relations {
            guard let description = found.next(), description.relation.oid == relation else { return relation }
            add(description, defined.definitions[relation] ?? RelationDefinitions())
        }
        return nil
    }

    private mutating func add(_ description: RelationDescription, _ definitions: RelationDefinitions) {
        switch session.format {
        case .json: objects.append(JSONValue(describing: description, definitions))
        case .csv: csv.append(description, definitions)
        case .psql, .markdown:
            let table = PsqlTable(describing: description, definitions, on: session.server, verbose: isVerbose)
            if session.format == .psql { return printer.append(table, to: &output) }
            output.append(contentsOf: MarkdownTable(table).text.utf8)
        }
    }

    func report(version: String, notice: String? = nil, status: Int32 = 0) -> Report {
        var report = Report(notice: notice, status: status)
        switch session.format {
        case .json:
            JSONDocument("describe", version: version, database: session.connection.server.database).append(
                "relations", objects, to: &report.output)
        case .csv: report.output = csv.bytes
        case .psql, .markdown: report.output = output
        }
        return report
    }
}
