internal import PostgresCatalog
internal import Terminal

extension DashboardState {
    /// The most relations that a filter fetches from schemas not opened yet, the small ones first.
    static let filterReach = 50_000

    /// The pane whose filter takes the keys at present.
    var paneBeingFiltered: PaneID? {
        if databases.filter.isBeingTyped { return .databases }
        return tree.filter.isBeingTyped ? .tree : nil
    }

    /// Opens the filter of the pane with the focus; the describer's tab is filtered in a reader. The tree's looks into schemas not opened
    /// yet as well: they are asked now.
    mutating func beginFilter() -> [Effect] {
        if focus == .describer {
            filterTab()
            return []
        }
        changeFilter(of: focus) { $0.isBeingTyped = true }
        guard focus == .tree, let database = tree.database, let schemas = tree.schemas.value else { return [] }
        let wanted = schemas.filter { !$0.isSystem }.flatMap { schema in
            schema.groups.filter { $0 != .indexes && $0 != .sequences }.map { GroupKey(schema: schema.oid, group: $0) }
        }.filter { tree.relations[$0]?.value == nil }
        func count(_ key: GroupKey) -> Int { tree.schema(key.schema)?.count(key.group) ?? 0 }
        var effects: [Effect] = []
        var room = Self.filterReach
        for key in wanted.sorted(by: { count($0) < count($1) }) where count(key) <= room {
            room -= count(key)
            effects += askRelations(key, in: database)
        }
        return effects
    }

    mutating func changeFilter(of pane: PaneID, _ change: (inout Filter) -> Void) {
        switch pane {
        case .databases:
            change(&databases.filter)
            arrangeDatabases()
        case .tree:
            let before = tree.filter.text
            change(&tree.filter)
            guard tree.filter.text != before else { return }
            if !tree.filter.isActive { tree.revealSelection() }
            arrangeTree()
            if tree.filter.isActive { moveToFirstMatch() }
        case .describer: break
        }
    }

    mutating func stopTypingFilter() {
        databases.filter.isBeingTyped = false
        tree.filter.isBeingTyped = false
    }

    /// The cursor goes to a row whose own name matches, unless it stands on one.
    mutating func moveToFirstMatch() {
        if let row = tree.selectedRow, isMatch(row) { return }
        guard let index = tree.rows.firstIndex(where: isMatch) else { return }
        tree.move(.to(index), height: layout.contentHeight(.tree))
    }

    mutating func moveToMatch(by step: Int) -> [Effect] {
        guard focus == .tree else { return moveCursor(.rows(step), in: focus) }
        let count = tree.rows.count
        var index = tree.window.cursor
        for _ in 0..<count {
            index = (index + step + count) % count
            if isMatch(tree.rows[index]) { return moveCursor(.to(index), in: .tree) }
        }
        message = .init("nothing matches \(tree.filter.text)", role: .warning)
        return []
    }

    private func isMatch(_ row: TreeRow) -> Bool {
        guard let pattern = tree.filter.pattern else { return false }
        switch row {
        case .schema(let index): return tree.schema(at: index).map { pattern.matches($0.name) } ?? false
        case .relation(let key, let index, _): return tree.relation(key, index).map { pattern.matches($0.name) } ?? false
        case .group, .note: return false
        }
    }
}
