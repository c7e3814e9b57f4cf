internal import PostgresCatalog
internal import PostgresClient
internal import Settings
internal import Terminal

extension DashboardState {
    /// The link is gone: every fact on the screen keeps its value and shows its age from here on.
    mutating func loseLink(_ error: PostgresError) {
        pending = [:]
        sessions = nil
        sizesToAsk = []
        snapshot.loseLink(error)
        databases.list.loseLink(error)
        for key in databases.sizes.keys { databases.sizes[key]!.loseLink(error) }
        tree.schemas.loseLink(error)
        for key in tree.relations.keys { tree.relations[key]!.loseLink(error) }
        for key in describer.descriptions.keys { describer.descriptions[key]!.loseLink(error) }
        describer.rows.loseLink(error)
        for key in describer.definitions.keys { describer.definitions[key]!.loseLink(error) }
        changeReaders { reader, _ in
            if case .answer = reader.subject { reader.change { $0.loseLink(error) } }
        }
        failCommands(error)
        arrangeTree()
    }

    /// The dialog for the password that the server asks for, unless something else is being typed, or nobody looks.
    mutating func askPassword(because error: PostgresError) {
        guard isInView, passwordPolicy != .never, !layers.contains(where: \.takesText) else { return }
        layers.append(.password(PasswordPrompt(connection.destination, reason: error.message)))
    }

    /// The same name may lead elsewhere when it is asked again, and another host of several may answer: that is told.
    mutating func noteWhere(_ server: ServerIdentity) {
        defer { reached = server }
        guard let reached, reached.address != server.address || reached.port != server.port else { return }
        let place = { (server: ServerIdentity) in
            let address = server.address == server.host ? server.host : "\(server.host) (\(server.address))"
            return "\(address) port \(server.port)"
        }
        message = .init("\(place(server)) answers now; before it was \(place(reached))", role: .warning)
    }

    /// After the first list: the cursor begins on the database that was connected to.
    mutating func selectCurrentDatabase() {
        guard let current = tree.database,
            let index = databases.rows.firstIndex(where: { $0.name == current })
        else { return }
        databases.window.apply(.to(index), count: databases.rows.count, height: layout.contentHeight(.databases))
    }

    /// A database with a single schema of its own opens it at once.
    mutating func openOnlySchema() -> [Effect] {
        guard tree.expandedSchemas.isEmpty, let database = tree.database,
            let schemas = tree.schemas.value?.filter({ !$0.isSystem && !$0.groups.isEmpty }), schemas.count == 1
        else { return [] }
        tree.expandedSchemas.insert(schemas[0].oid)
        let key = GroupKey(schema: schemas[0].oid, group: schemas[0].groups[0])
        tree.expandedGroups.insert(key)
        let effects = askRelations(key, in: database)
        arrangeTree()
        return effects
    }
}
