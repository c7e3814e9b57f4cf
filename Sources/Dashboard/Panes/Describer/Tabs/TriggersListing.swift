internal import PostgresCatalog
internal import Terminal

/// Triggers and after them rules, each by the sessions in which they fire. The server's own triggers appear only where they are disabled.
func triggersListing(_ facts: Described) -> Listing {
    let triggers = facts.description.triggers.map(ListedTrigger.trigger)
    let rules = facts.description.rules.map(ListedTrigger.rule)
    let all = inGroups(triggers) + inGroups(rules)
    typealias Shown = Listing.Column<ListedTrigger>
    var columns: [Shown] = [
        Shown("Trigger or rule") { facts.text($0.name, .identifier) },
        Shown("Fires", shrinks: true) { StyledText(firingWords($0.firing), $0.firing == .origin ? facts.role() : .warning) },
        Shown("On", shrinks: true) { StyledText($0.occasion, facts.role(.type)) },
        Shown("Does", shrinks: true) { $0.effect(facts) },
    ]
    if all.contains(where: { $0.origin != nil }) {
        columns.append(Shown("From", shrinks: true) { facts.text($0.origin) })
    }
    if all.contains(where: { $0.comment != nil }) {
        columns.append(Shown("Description", shrinks: true) { facts.text($0.comment, .comment) })
    }
    columns.append(Shown("Definition", shrinks: true, grows: true) { $0.definitionText(facts) })
    return Listing(all, columns) { listed in
        ListedObject(
            name: quotedIdentifier(listed.name), definition: listed.definition(facts).map { $0 + ";" }, text: listed.source)
    }
}

/// As psql orders them: enabled, disabled, always, on replicas.
private func inGroups(_ all: [ListedTrigger]) -> [ListedTrigger] {
    let order: [Firing?] = [.origin, .disabled, .always, .replica, nil]
    return order.flatMap { firing in all.filter { $0.firing == firing } }
}

func firingWords(_ firing: Firing?) -> String {
    switch firing {
    case .origin: "enabled"
    case .disabled: "disabled"
    case .always: "always"
    case .replica: "on replicas only"
    case nil: "?"
    }
}

private enum ListedTrigger {
    case trigger(Trigger)
    case rule(Rule)

    var name: String {
        switch self {
        case .trigger(let trigger): trigger.name
        case .rule(let rule): rule.name
        }
    }

    var firing: Firing? {
        switch self {
        case .trigger(let trigger): trigger.firing
        case .rule(let rule): rule.firing
        }
    }

    var comment: String? {
        switch self {
        case .trigger(let trigger): trigger.comment
        case .rule(let rule): rule.comment
        }
    }

    /// `before insert or update, each row`
    var occasion: String {
        switch self {
        case .trigger(let trigger):
            let events = trigger.events.map(eventWord).joined(separator: " or ")
            return "\(timingWord(trigger.timing)) \(events), each \(trigger.isForEachRow ? "row" : "statement")"
        case .rule(let rule):
            return "rule on \(rule.event.map(eventWord) ?? "?")"
        }
    }

    /// What it was copied from, or that the server made it.
    var origin: String? {
        guard case .trigger(let trigger) = self else { return nil }
        return trigger.inheritedFrom.map { qualifiedName($0.schema, $0.name) }
            ?? (trigger.isInternal ? "the server, for a constraint" : nil)
    }

    func effect(_ facts: Described) -> StyledText {
        switch self {
        case .trigger(let trigger): facts.text(trigger.function.call, .identifier)
        case .rule: facts.definition { _ in definition(facts).map(afterDo) }
        }
    }

    func definition(_ facts: Described) -> String? {
        switch self {
        case .trigger(let trigger): trigger.definition ?? facts.definitions?.triggers[trigger.oid]
        case .rule(let rule): facts.definitions?.rules[rule.oid]
        }
    }

    func definitionText(_ facts: Described) -> StyledText {
        if case .trigger(let trigger) = self, let definition = trigger.definition { return facts.text(definition, .literal) }
        return facts.definition { _ in definition(facts) }
    }

    /// The body of the function that a trigger calls.
    var source: (title: String, text: String)? {
        guard case .trigger(let trigger) = self, let source = trigger.functionSource else { return nil }
        return ("Source of " + trigger.function.call, source)
    }

    /// `CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING` told from its action on.
    private func afterDo(_ definition: String) -> String {
        let parts = definition.split(separator: " DO ", maxSplits: 1)
        return parts.count == 2 ? String(parts[1]) : definition
    }
}

extension FunctionName {
    /// `public.audit()`
    var call: String { qualifiedName(schema, name) + "()" }
}

private func timingWord(_ timing: Trigger.Timing) -> String {
    switch timing {
    case .before: "before"
    case .after: "after"
    case .insteadOf: "instead of"
    }
}

private func eventWord(_ event: Trigger.Event) -> String {
    switch event {
    case .insert: "insert"
    case .delete: "delete"
    case .update: "update"
    case .truncate: "truncate"
    }
}

private func eventWord(_ event: Rule.Event) -> String {
    switch event {
    case .select: "select"
    case .update: "update"
    case .insert: "insert"
    case .delete: "delete"
    }
}
