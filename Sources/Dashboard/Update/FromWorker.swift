internal import PostgresCatalog
internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

func updateFromWorker(_ state: inout DashboardState, _ event: WorkerEvent) -> [Effect] {
    switch event {
    case .link(let link): return take(link, &state)
    case .moved(let parameters): return state.takeMoved(to: parameters)
    case .stayed(let parameters, let error):
        state.takeStayed(parameters, error)
        return []
    case .snapshot(let snapshot): return state.take(snapshot)
    case .sessions(let count):
        state.sessions = count
        return []
    case .answered(let id, let answer):
        // An answer that nobody waits for any more is dropped here.
        guard let question = state.pending.removeValue(forKey: id) else { return [] }
        return take(answer, to: question, &state)
    case .failed(let id, let error):
        guard let question = state.pending.removeValue(forKey: id) else { return [] }
        return fail(question, error, &state)
    }
}

private func take(_ link: LinkState, _ state: inout DashboardState) -> [Effect] {
    let wasReady = state.link.isReady
    state.link = link
    switch link {
    case .ready(let server):
        state.noteWhere(server)
        if state.move == nil { state.layers.removeAll { if case .password = $0 { true } else { false } } }
        return wasReady ? [] : catchUp(with: server, &state)
    case .waiting(let error, _), .passwordNeeded(let error):
        state.loseLink(error)
        // Its state on the bar is over in a moment.
        if error.cause == .asleep { state.message = .init("\(error.message): connecting anew", role: .warning) }
        if case .passwordNeeded = link { state.askPassword(because: error) }
        return []
    case .silent:
        // Cancelled rather than forgotten: else a link that thaws answers all of it first.
        let effects = state.drop { _ in true }
        state.loseLink(PostgresError(.deadline, "the server does not answer"))
        return effects
    case .idle, .connecting, .closed: return []
    }
}

/// The link is there, for the first time or again: what is on the screen is asked anew; where other panes are, once it comes there.
func catchUp(with server: ServerIdentity, _ state: inout DashboardState) -> [Effect] {
    let isInView = state.isInView
    state.place?.owesQuestions = !isInView
    guard isInView else { return [] }
    var effects = state.askDatabases() + state.askReaders()
    guard let database = state.tree.database else {
        return effects + state.enter(server.database) + state.readCatalog()
    }
    effects += state.readCatalog()
    effects += state.askSchemas()
    state.tree.forgetCollapsed()
    for key in state.tree.groupsShown { effects += state.askRelations(key, in: database, again: true) }
    if state.describer.relation != nil { effects += state.askDescription() + state.askDefinitions() }
    return effects + state.catchUpRows()
}

private func take(_ answer: Answer, to question: Question, _ state: inout DashboardState) -> [Effect] {
    switch (question, answer) {
    case (.databases, .databases(let databases)):
        let isFirst = state.databases.list.value == nil
        state.databases.list = .loaded(databases, asOf: state.now)
        state.databases.sizes = state.databases.sizes.filter { size in databases.contains { $0.oid == size.key } }
        state.arrangeDatabases()
        if isFirst { state.selectCurrentDatabase() }
        state.sizesToAsk = state.databasesVisibleFirst.filter(\.mayAskSize).map(\.oid)
        return state.followCursor()
    case (.databaseSize(let oid), .databaseSize(let size)):
        state.databases.sizes[oid] = .loaded(size, asOf: state.now)
        if state.databases.order == .size { state.arrangeDatabases() }
        return []
    case (.schemas(state.tree.database), .schemas(let schemas)):
        let isFirst = state.tree.schemas.value == nil
        // One's own schemas first; the server's own come last, as the server sent them.
        state.tree.schemas = .loaded(schemas.filter { !$0.isSystem } + schemas.filter(\.isSystem), asOf: state.now)
        state.arrangeTree()
        return (isFirst ? state.openOnlySchema() : []) + state.seek() + state.followCursor()
    case (.relations(state.tree.database, let schema, let kinds), .relations(let relations)):
        guard let group = RelationGroup.allCases.first(where: { $0.kinds == kinds }) else { return [] }
        state.tree.relations[GroupKey(schema: schema, group: group)] = .loaded(relations, asOf: state.now)
        state.arrangeTree()
        if state.tree.filter.isActive { state.moveToFirstMatch() }
        return state.seek() + state.followCursor()
    case (.description(let database, let oid, _), .description(let description)):
        let key = RelationKey(database: database, oid: oid)
        if let description {
            state.describer.descriptions[key] = .loaded(description, asOf: state.now)
        } else {
            state.describer.descriptions[key, default: .notAsked].fail(.dropped)
        }
        let effects = description.map { state.correctSubject(by: $0) } ?? []
        state.settleCursors()
        state.seekColumn()
        return effects
    case (.definitions(let database, let oid, _), .definitions(let definitions, let unavailable)):
        state.describer.definitions[RelationKey(database: database, oid: oid)] = .loaded(
            DefinitionsFound(definitions: definitions, unavailable: unavailable), asOf: state.now)
        state.settleCursors()
        return []
    case (.function, .function(let function, let unavailable)):
        let text = functionText(function, unavailable: unavailable)
        state.changeReaders(of: question) { [now = state.now] in $0.take(text, at: now) }
        return []
    case (.names, _): return state.took(answer, to: question)
    case (.rows(let database, let oid, _), .rows(let found)):
        if state.describer.relation?.key == RelationKey(database: database, oid: oid) { state.takeRows(found) }
        return []
    case (.lockHolders(let database, let oid), .lockHolders(let holders)):
        if state.describer.relation?.key == RelationKey(database: database, oid: oid) { state.describer.rows.lockHolders = holders }
        return []
    case (.value(_, let request), .value(let found)):
        let text = foundText(found, request, width: state.readerWidth)
        state.changeReaders(of: question) { [now = state.now] in $0.take(text, at: now) }
        return []
    case (.list, .list(let listing)): return state.take(listing, to: question)
    case (.matches, .matches(let matches)): return state.take(matches, to: question)
    case (.describe, .described(let relations)): return state.take(relations, to: question)
    case (.wholeStatement, .wholeStatement(let text)):
        state.take(wholeStatement: text, to: question)
        return []
    case (.completions, .completions(let names)):
        state.take(names, to: question)
        return []
    default: return []
    }
}

private func fail(_ question: Question, _ error: PostgresError, _ state: inout DashboardState) -> [Effect] {
    state.changeReaders(of: question) { $0.change { $0.fail(error) } }
    switch question {
    case .databases: state.databases.list.fail(error)
    case .databaseSize(let oid): state.databases.sizes[oid, default: .notAsked].fail(error)
    case .schemas(state.tree.database): state.tree.schemas.fail(error)
    case .relations(state.tree.database, let schema, let kinds):
        guard let group = RelationGroup.allCases.first(where: { $0.kinds == kinds }) else { return [] }
        state.tree.relations[GroupKey(schema: schema, group: group), default: .notAsked].fail(error)
        state.arrangeTree()
    case .description(let database, let oid, _):
        state.describer.descriptions[RelationKey(database: database, oid: oid), default: .notAsked].fail(error)
    case .definitions(let database, let oid, _):
        state.describer.definitions[RelationKey(database: database, oid: oid), default: .notAsked].fail(error)
    case .names: return state.couldNotRead(question, error)
    case .rows(let database, let oid, _) where state.describer.relation?.key == RelationKey(database: database, oid: oid):
        return state.failRows(error)
    case .schemas, .relations, .function, .rows, .value, .lockHolders, .wholeStatement: break
    case .list, .matches, .describe, .completions: state.failCommand(question, error)
    }
    return []
}

extension PostgresError {
    /// What a describe of a relation that has gone says.
    static let dropped = PostgresError(
        .server, "the relation no longer exists", sqlState: "42P01",
        hint: "\(ActionTable.label(of: .refresh)) in the tree lists what is there now")
}
