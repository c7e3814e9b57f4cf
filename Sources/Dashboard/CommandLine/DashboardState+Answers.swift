internal import PostgresCatalog
internal import PostgresClient
internal import Reports
internal import Terminal

// What becomes of a command once the server has answered.
extension DashboardState {
    /// A list: the readers that show it take it; the command line that waits for it gives way to one, or says that there is nothing.
    mutating func take(_ listing: CatalogListing, to question: Question) -> [Effect] {
        guard case .list(_, let list) = question, let server = link.server?.version else { return [] }
        switch PsqlReport(listing, to: list, on: server) {
        case .tables(let tables): return show(printed(tables, on: server), to: question)
        case .notFound(let words):
            changeReaders(of: question) { [now] in $0.take(ReaderText(outside: words, .muted), at: now) }
            complain(words, of: question)
            return []
        }
    }

    /// The relations whose text `\d` shows at most: some ten thousand lines.
    private static let mostDescribed = 250

    /// `\d NAME`: a single relation is gone to; of several the text is asked for.
    mutating func take(_ matches: [RelationsByPatternQuery.Match], to question: Question) -> [Effect] {
        guard case .matches(let database, let options) = question, var line = commandLine, line.waiting?.question == question else {
            return []
        }
        guard let first = matches.first else {
            complain("Did not find any relation named \"\(options.pattern ?? "")\".", of: question)
            return []
        }
        guard matches.count > 1 else {
            let name = RelationName(oid: first.oid, schema: first.schema, name: first.name)
            // What psql tells first, whichever tab was used last.
            return closeLayers() + visit(name, kind: first.kind ?? .table, in: database) + showTab(number: 1)
        }
        let described = matches.prefix(Self.mostDescribed).map(\.oid)
        let next = Question.describe(database: database, relations: described, isVerbose: options.isVerbose)
        line.waiting = CommandLine.Waiting(
            question: next, since: now, scope: described.count < matches.count ? ": the first \(described.count) of \(matches.count)" : "")
        commandLine = line
        return ask(next)
    }

    /// psql's text of several relations.
    mutating func take(_ relations: [DescribedRelation], to question: Question) -> [Effect] {
        guard case .describe(_, _, let isVerbose) = question, let server = link.server?.version else { return [] }
        let tables = relations.map { PsqlTable(describing: $0.description, $0.definitions, on: server, verbose: isVerbose) }
        return show(printed(tables, on: server), to: question)
    }

    mutating func take(_ names: [String], to question: Question) {
        guard var line = commandLine, line.completion?.question == question else { return }
        line.offerMore(question.written(names))
        commandLine = line
    }

    /// What a command asked for could not be had.
    mutating func failCommand(_ question: Question, _ error: PostgresError) {
        complain(error.message, of: question)
        guard var line = commandLine, line.completion?.question == question else { return }
        line.offerMore([])
        commandLine = line
    }

    /// The link is gone: a command that waits is not answered any more.
    mutating func failCommands(_ error: PostgresError) {
        for question in [commandLine?.waiting?.question, commandLine?.completion?.question].compactMap(\.self) {
            failCommand(question, error)
        }
    }

    private mutating func complain(_ words: String, of question: Question) {
        guard var line = commandLine, line.waiting?.question == question else { return }
        line.waiting = nil
        line.complaint = words
        commandLine = line
    }

    private mutating func show(_ text: ReaderText, to question: Question) -> [Effect] {
        changeReaders(of: question) { [now] in $0.take(text, at: now) }
        guard let line = commandLine, let waiting = line.waiting, waiting.question == question else { return [] }
        layers.removeLast()
        var reader = ReaderOverlay(line.command + waiting.scope, asking: question, at: now)
        reader.take(text, at: now)
        return show(reader)
    }

    /// psql's text; of a single table the title and the header stay in view.
    private func printed(_ tables: [PsqlTable], on server: ServerVersion) -> ReaderText {
        let printer = PsqlPrinter(for: server)
        var text = tables.map { printer.text(of: $0) }.joined()
        // psql ends each with an empty line.
        if text.hasSuffix("\n\n") { text.removeLast() }
        guard tables.count == 1, let table = tables.first else { return ReaderText(outside: text) }
        let headerLines = table.columns.reduce(1) { max($0, $1.header.split(separator: "\n", omittingEmptySubsequences: false).count) }
        return ReaderText(outside: text, frozen: (table.title == nil ? 0 : 1) + headerLines + 1)
    }
}
