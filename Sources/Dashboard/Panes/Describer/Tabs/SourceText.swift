internal import PostgresCatalog
internal import PostgresClient
internal import Reports
internal import Terminal

/// What a relation is made by: its definition as SQL, and the functions that its triggers call.
func sourceText(_ facts: Described) -> ReaderText {
    var all: [StyledText] = []
    func section(_ title: String, _ body: [StyledText]) {
        if !all.isEmpty { all.append("") }
        all.append(StyledText(outside: title, facts.role(.heading)))
        all += body
    }
    if let sql = facts.sql {
        // What is missing says so itself; who holds the lock stands before it.
        let lock = sql.missing.isEmpty ? [] : [facts.definition { _ in nil }]
        section("Definition", lock + lines(of: sql.text, isStale: facts.isStale || facts.found.isStale))
    } else if facts.definitions == nil {
        section("Definition", [facts.definition { _ in nil }])
    } else if facts.description.sequence?.owner?.isIdentity ?? false {
        section("Definition", [facts.text("made with its identity column", .muted)])
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
