internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// What a relation is made by: a view's query, and the functions that its triggers call.
func sourceText(_ facts: Described) -> ReaderText {
    var all: [StyledText] = []
    func section(_ title: String, _ body: [StyledText]) {
        if !all.isEmpty { all.append("") }
        all.append(StyledText(outside: title, facts.role(.heading)))
        all += body
    }
    if facts.description.kind == .view || facts.description.kind == .materializedView {
        let text = facts.definitions?.viewDefinition
        section("View definition", text.map { lines(of: $0, isStale: facts.found.isStale) } ?? [facts.definition { $0.viewDefinition }])
    }
    var told: Set<OID> = []
    for trigger in facts.description.triggers {
        guard let source = trigger.functionSource, told.insert(trigger.function.oid).inserted else { continue }
        section("Function \(trigger.function.call), called by trigger \(trigger.name)", lines(of: source, isStale: facts.isStale))
    }
    return ReaderText(all)
}

/// SQL line by line; what is old has the colour of age alone.
private func lines(of sql: String, isStale: Bool) -> [StyledText] {
    isStale ? ReaderText(outside: sql, .stale).lines : SQLHighlight.roles(ReaderText(outside: sql).lines)
}
