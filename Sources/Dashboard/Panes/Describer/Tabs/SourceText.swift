internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// What a relation is made by: a view's query, and the functions that its triggers call.
func sourceText(_ facts: Described) -> ReaderText {
    var lines: [StyledText] = []
    func section(_ title: String, _ body: [StyledText]) {
        if !lines.isEmpty { lines.append("") }
        lines.append(StyledText(outside: title, facts.role(.heading)))
        lines += body
    }
    if facts.description.kind == .view || facts.description.kind == .materializedView {
        let text = facts.definitions?.viewDefinition
        let role: Role = facts.found.isStale ? .stale : .text
        section("View definition", text.map { ReaderText(outside: $0, role).lines } ?? [facts.definition { $0.viewDefinition }])
    }
    var told: Set<OID> = []
    for trigger in facts.description.triggers {
        guard let source = trigger.functionSource, told.insert(trigger.function.oid).inserted else { continue }
        section("Function \(trigger.function.call), called by trigger \(trigger.name)", ReaderText(outside: source, facts.role()).lines)
    }
    return ReaderText(lines)
}
