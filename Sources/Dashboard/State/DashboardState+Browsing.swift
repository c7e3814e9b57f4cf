internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

// Walking: databases are entered, branches open and close, the describer follows.
extension DashboardState {
    /// Enter.
    mutating func open() -> [Effect] {
        switch focus {
        case .databases:
            guard let database = databases.selected else { return [] }
            guard database.canBeEntered else {
                message = .init(database.whyClosed, role: .warning)
                return []
            }
            let effects = link.isTroubleOfDatabase ? connect(toDatabase: database.name) : enter(database.name)
            focus = .tree
            settleCursors()
            return effects + followCursor()
        case .tree:
            guard let row = tree.selectedRow else { return [] }
            if case .relation = row {
                let effects = followCursor() + askDescription() + askDefinitions()
                focus = .describer
                settleCursors()
                return effects + readRows()
            }
            return setExpanded(!(tree.isExpanded(row) ?? true), row)
        case .describer:
            return openListed()
        }
    }

    mutating func expand() -> [Effect] {
        switch focus {
        case .databases: return open()
        case .tree:
            guard let row = tree.selectedRow, let isExpanded = tree.isExpanded(row) else { return [] }
            return isExpanded ? moveCursor(.rows(1), in: .tree) : setExpanded(true, row)
        case .describer:
            scrollTab(right: true)
            return []
        }
    }

    mutating func collapse() -> [Effect] {
        switch focus {
        case .databases: return []
        case .tree:
            guard let row = tree.selectedRow else { return [] }
            if tree.isExpanded(row) == true, !tree.filter.isActive { return setExpanded(false, row) }
            return moveCursor(.to(tree.parentIndex(of: tree.window.cursor) ?? tree.window.cursor), in: .tree)
        case .describer:
            scrollTab(right: false)
            return []
        }
    }

    private mutating func setExpanded(_ isExpanded: Bool, _ row: TreeRow) -> [Effect] {
        guard let database = tree.database else { return [] }
        var effects: [Effect] = []
        switch row {
        case .schema(let index):
            guard let schema = tree.schema(at: index) else { return [] }
            tree.expandedSchemas.set(schema.oid, isExpanded)
            // Opening a schema opens its first group too: what one came for is a key less away.
            if isExpanded, let first = schema.groups.first,
                !schema.groups.contains(where: { tree.expandedGroups.contains(GroupKey(schema: schema.oid, group: $0)) })
            {
                let key = GroupKey(schema: schema.oid, group: first)
                tree.expandedGroups.insert(key)
                effects = askRelations(key, in: database)
            }
        case .group(let key):
            tree.expandedGroups.set(key, isExpanded)
            if isExpanded { effects = askRelations(key, in: database) }
        case .relation(let key, let index, _):
            guard let relation = tree.relation(key, index) else { return [] }
            tree.expandedRelations.set(relation.oid, isExpanded)
        case .note: return []
        }
        arrangeTree()
        return effects
    }

    /// Asks for the relations of a group that are not known yet.
    mutating func askRelations(_ key: GroupKey, in database: String, again: Bool = false) -> [Effect] {
        if !again, case .loaded = tree.relations[key, default: .notAsked] { return [] }
        let effects = ask(.relations(database: database, schema: key.schema, kinds: key.group.kinds))
        if !effects.isEmpty { tree.relations[key, default: .notAsked].begin(at: now) }
        return effects
    }

    /// Goes into a database: the tree begins anew, and nobody waits for the old one's answers any more.
    mutating func enter(_ database: String) -> [Effect] {
        guard tree.database != database else { return [] }
        var effects = drop { $0.database != nil }
        // Nothing of another database is left in memory, unless all of them are looked through.
        if find.reach == .database, !isFindOpen { find = Find() }
        tree = TreePane(database: database)
        describer.forgetAll()
        effects += askSchemas()
        return effects
    }

    mutating func askSchemas() -> [Effect] {
        guard let database = tree.database else { return [] }
        let effects = ask(.schemas(database: database))
        if !effects.isEmpty { tree.schemas.begin(at: now) }
        return effects
    }
}

extension Set {
    fileprivate mutating func set(_ element: Element, _ isIn: Bool) {
        if isIn { insert(element) } else { remove(element) }
    }
}
