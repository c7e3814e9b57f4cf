internal import PostgresCatalog
internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

extension DashboardState {
    static let refreshSteps: [Duration] = [
        .milliseconds(500), .seconds(1), .seconds(2), .seconds(5), .seconds(10), .seconds(30), .seconds(60), .seconds(300),
    ]

    /// `r`: asks anew for what the pane shows, or tries to reach the server now.
    mutating func refresh() -> [Effect] {
        if case .passwordNeeded(let error) = link {
            layers.append(.password(PasswordPrompt(connection.destination, reason: error.message)))
            return []
        }
        guard link.isReady else { return [.worker(.retryNow)] }
        switch focus {
        case .databases: return askDatabases()
        case .tree:
            guard let database = tree.database else { return [] }
            var effects = askSchemas()
            tree.forgetCollapsed()
            for key in tree.groupsShown { effects += askRelations(key, in: database, again: true) }
            return effects + askDescription() + askDefinitions()
        case .describer:
            switch describer.subject {
            case .relation where describer.tab == .rows: return refreshRows()
            case .relation: return askDescription() + askDefinitions()
            case .schema: return askSchemas()
            case .database, .nothing: return askDatabases()
            }
        }
    }

    mutating func askDatabases() -> [Effect] {
        let effects = ask(.databases)
        if !effects.isEmpty { databases.list.begin(at: now) }
        return effects
    }

    /// All databases, those on the screen first, then the others in their order.
    var databasesVisibleFirst: [Database] {
        let rows = databases.rows
        let visible = databases.window.visible(count: rows.count, height: layout.contentHeight(.databases))
        let shown = Set(rows.map(\.oid))
        return rows[visible] + rows[..<visible.lowerBound] + rows[visible.upperBound...]
            + (databases.list.value ?? []).filter { !shown.contains($0.oid) }
    }

    /// Asks for the next size in the queue, once nothing else is under way that may take its time: one session answers all of that.
    mutating func askNextSize() -> [Effect] {
        guard !sizesToAsk.isEmpty, link.isReady, isInView, !isReadingCatalog, !pending.values.contains(where: \.isSlow) else { return [] }
        let oid = sizesToAsk.removeFirst()
        let effects = ask(.databaseSize(oid))
        if !effects.isEmpty { databases.sizes[oid, default: .notAsked].begin(at: now) }
        return effects
    }

    mutating func changeRefresh(by step: Int) -> [Effect] {
        let steps = Self.refreshSteps
        let index = steps.firstIndex { $0 >= interface.refresh } ?? steps.count - 1
        interface.refresh = steps[max(0, min(steps.count - 1, index + step))]
        message = .init("the server is probed every \(interval(interface.refresh))")
        return [.worker(.refresh(every: interface.refresh))]
    }

    /// Goes to the server that was typed into the form.
    mutating func connect(toTyped parameters: ConnectionParameters) -> [Effect] {
        connection.replace(with: parameters)
        return connect(to: parameters)
    }

    /// The database that was connected to has gone or is closed: another one of the same server becomes the one to connect to.
    mutating func connect(toDatabase name: String) -> [Effect] {
        connection.use(database: name)
        tree = TreePane(database: name)
        describer.forgetAll()
        link = .connecting(.resolving(host: connection.parameters.host ?? ""), since: now)
        return [.worker(.connect(connection.parameters))]
    }

    /// Leaves the server at hand, if any, for another that has to be reached first.
    mutating func connect(to parameters: ConnectionParameters) -> [Effect] {
        leaveServer(for: parameters)
        return [.worker(.refresh(every: interface.refresh)), .worker(.connect(parameters))]
    }

    /// Nothing of the server at hand stays on the screen.
    mutating func leaveServer(for parameters: ConnectionParameters) {
        pending = [:]
        sizesToAsk = []
        databases = DatabasesPane()
        tree = TreePane()
        describer.forgetAll()
        describer.history = []
        find = Find()
        soughtColumn = nil
        reached = nil
        snapshot = .notAsked
        alerts = AlertBook(rules: interface.alerts.rules)
        monitor.growth = DatabaseGrowth()
        history = History(finest: interface.refresh / .seconds(1))
        focus = .databases
        link = .connecting(.resolving(host: parameters.host ?? ""), since: now)
    }
}
