internal import PostgresCatalog
internal import PostgresClient
internal import Reports
internal import Terminal

extension Described {
    /// What a relation is made by: its definition as SQL, and the functions that its triggers call.
    func sourceText(_ sql: RelationSQL?) -> ReaderText {
        var all: [StyledText] = []
        func section(_ title: String, _ body: [StyledText]) {
            if !all.isEmpty { all.append("") }
            all.append(StyledText(outside: title, role(.heading)))
            all += body
        }
        if let sql {
            // What is missing says so itself; who holds the lock stands before it.
            let lock = sql.missing.isEmpty ? [] : [definition { _ in nil }]
            section("Definition", lock + lines(of: sql.text, isStale: isStale || found.isStale))
        } else if definitions == nil {
            section("Definition", [definition { _ in nil }])
        } else if description.sequence?.owner?.isIdentity ?? false {
            section("Definition", [text("made with its identity column", .muted)])
        }
        var told: Set<OID> = []
        for trigger in description.triggers {
            guard let source = trigger.functionSource, told.insert(trigger.function.oid).inserted else { continue }
            section("Function \(trigger.function.call), called by trigger \(trigger.name)", lines(of: source, isStale: isStale))
        }
        return ReaderText(all)
    }
}

/// SQL line by line; what is old has the colour of age alone.
private func lines(of sql: String, isStale: Bool) -> [StyledText] {
    isStale ? ReaderText(outside: sql, .stale).lines : SQLHighlight.roles(ReaderText(outside: sql).lines)
}
