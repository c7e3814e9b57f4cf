internal import PostgresClient

// What failed while the link holds is asked again by itself: a full server frees a slot, a lock is let go.
extension DashboardState {
    /// How long what failed is left alone.
    static let healingRest: Duration = .seconds(10)

    /// Called with each answered probe, so it needs no timer of its own.
    mutating func heal() -> [Effect] {
        guard isInView else { return [] }
        if let last = lastHealing, now - last < Self.healingRest { return [] }
        lastHealing = now
        var effects: [Effect] = []
        if databases.list.isWorthAsking { effects += askDatabases() }
        let sizes = databases.sizes.filter { $0.value.isWorthAsking && !$0.value.wasTooSlow }.map(\.key)
        if sizesToAsk.isEmpty { sizesToAsk = sizes }
        if tree.schemas.isWorthAsking { effects += askSchemas() }
        if let database = tree.database {
            for key in tree.groupsShown where tree.relations[key]?.isWorthAsking ?? false {
                effects += askRelations(key, in: database, again: true)
            }
        }
        if describer.description.isWorthAsking { effects += askDescription() }
        let found = describer.definitionsFound
        let isBehindLock = found.value?.isBehindLock ?? false
        if isBehindLock || (found.isWorthAsking && !found.wasTooSlow) { effects += askDefinitions() }
        if areRowsOnScreen, describer.rows.page.isWorthAsking, !describer.rows.page.wasTooSlow { effects += refreshRows() }
        return effects
    }
}

extension Remote {
    /// Whether it ran into a time limit: asking again by ourselves would only burden the server again.
    fileprivate var wasTooSlow: Bool { lastError.map { $0.sqlState == "57014" || $0.kind == .deadline } ?? false }

    /// Whether it failed for a reason that may pass by itself.
    fileprivate var isWorthAsking: Bool { lastError.map { $0.retry != .never } ?? false }
}
