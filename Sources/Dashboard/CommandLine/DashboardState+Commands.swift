internal import PostgresCatalog
internal import PostgresClient
internal import Settings
internal import Terminal

extension DashboardState {
    /// Enter: runs what stands in the line, or says in it why not.
    mutating func run(_ line: inout CommandLine) -> [Effect] {
        line.completion = nil
        line.complaint = nil
        do throws(CommandComplaint) {
            guard let command = try CommandTable.command(line.field.text) else { return closeLayer() }
            remember(line.typed, command)
            return giveUpMove() + (try run(command, &line))
        } catch {
            line.complaint = error.words
            return []
        }
    }

    private mutating func run(_ command: PsqlCommand, _ line: inout CommandLine) throws(CommandComplaint) -> [Effect] {
        switch command {
        case .quit: return [.quit(status: 0)]
        case .help: return closeCommandLine() + show(ReaderOverlay("Commands", ReaderText(commandLines()), at: now))
        case .connectionInfo:
            let effects = closeCommandLine()
            return effects + perform(.connection, &self)
        case .connect(let database, nil, nil, nil): return try enterDatabase(database)
        case .connect(let database, let user, let host, let port):
            var parameters = connection.parameters
            if let database { parameters["dbname"] = database }
            if let user { parameters["user"] = user }
            if let host { parameters["host"] = host }
            if let port {
                guard let number = Int(port), (1...65535).contains(number) else {
                    throw CommandComplaint("a port is a number from 1 to 65535")
                }
                parameters["port"] = port
            }
            return go(to: parameters.typed(over: connection.parameters, known: [connection.parameters, configured]))
        case .connectTo(let text):
            let parameters: ConnectionParameters
            do throws(PostgresError) {
                parameters = try ConnectionParameters(connectionString: text)
            } catch {
                throw CommandComplaint(error.message)
            }
            return go(to: parameters)
        case .list(let list): return try ask(.list(database: try databaseAsked(), list), in: &line)
        case .describe(let options): return try ask(.matches(database: try databaseAsked(), options), in: &line)
        }
    }

    /// A connection string may hold a password: it is not remembered.
    private mutating func remember(_ text: String, _ command: PsqlCommand) {
        if case .connectTo = command { return }
        commandHistory.add(text)
    }

    /// `\c DATABASE`: as enter in the list of databases.
    private mutating func enterDatabase(_ name: String?) throws(CommandComplaint) -> [Effect] {
        guard let name else { return closeCommandLine() }
        if let list = databases.list.value {
            guard let database = list.first(where: { $0.name == name }) else {
                throw CommandComplaint("database \"\(name)\" does not exist")
            }
            guard database.canBeEntered else { throw CommandComplaint(database.whyClosed) }
        }
        monitor.isOpen = false
        var effects = closeLayers()
        effects += link.isTroubleOfDatabase || !link.isReady ? connect(toDatabase: name) : enter(name)
        focus = .databases
        if let index = databases.rows.firstIndex(where: { $0.name == name }) { effects += moveCursor(.to(index), in: .databases) }
        focus = .tree
        settleCursors()
        return effects + followCursor()
    }

    private func databaseAsked() throws(CommandComplaint) -> String {
        guard link.isReady, let database = tree.database ?? link.server?.database else {
            throw CommandComplaint(linkWords(link, now: now))
        }
        return database
    }

    /// The line stays, and waits for the answer.
    private mutating func ask(_ question: Question, in line: inout CommandLine) throws(CommandComplaint) -> [Effect] {
        var effects: [Effect] = []
        if let given = line.waiting?.question, given != question { effects = drop { $0 == given } }
        line.waiting = CommandLine.Waiting(question: question, since: now)
        return effects + ask(question)
    }

    // MARK: What becomes of it

    /// The command line goes, with what it waits for.
    mutating func closeCommandLine() -> [Effect] {
        commandLine == nil ? [] : closeLayer()
    }

    /// Nothing lies over the panes any more.
    mutating func closeLayers() -> [Effect] {
        var effects: [Effect] = []
        while !layers.isEmpty { effects += closeLayer() }
        return effects
    }

    /// Opens a reader in place of the one that lies on top, so that lists do not pile up.
    mutating func show(_ reader: ReaderOverlay) -> [Effect] {
        var effects: [Effect] = []
        if case .reader = layers.last { effects = closeLayer() }
        layers.append(.reader(reader))
        return effects
    }
}
