internal import PostgresCatalog
internal import Terminal

/// A relation's constraints, and after them the foreign keys that point at it. A foreign key's row leads to the relation at its other end.
func constraintsListing(_ facts: Described) -> Listing {
    let own = facts.description.constraints.map { ListedConstraint(constraint: $0, pointsHere: false) }
    let others = facts.description.referencedBy.map { ListedConstraint(constraint: $0, pointsHere: true) }
    let all = own + others
    typealias Shown = Listing.Column<ListedConstraint>
    var columns: [Shown] = [
        Shown("Constraint") { facts.text($0.constraint.name, .identifier) },
        Shown("Kind", shrinks: true) { StyledText($0.kind, $0.constraint.isValidated ? facts.role() : .warning) },
    ]
    if all.contains(where: { $0.other != nil }) {
        columns.append(
            Shown("Table", shrinks: true) { listed in
                guard let other = listed.other else { return "" }
                return StyledText(outside: (listed.pointsHere ? "<- " : "-> ") + facts.shortName(of: other), facts.role(.key))
            })
    }
    columns.append(
        Shown("Definition", shrinks: true, grows: true) { listed in
            listed.constraint.definition.map { StyledText(outside: $0, facts.role(.literal)) }
                ?? facts.definition { $0.constraints[listed.constraint.oid] }
        })
    if all.contains(where: { $0.constraint.comment != nil }) {
        columns.append(Shown("Description", shrinks: true) { facts.text($0.constraint.comment, .comment) })
    }
    return Listing(all, columns) { listed in
        ListedObject(
            name: quotedIdentifier(listed.constraint.name), definition: statement(listed.constraint, facts),
            link: listed.other.map { RelationLink(relation: $0, kind: .table) })
    }
}

/// What makes the constraint; nil while it is not known.
private func statement(_ constraint: Constraint, _ facts: Described) -> String? {
    // A constraint trigger is made as the trigger that it is.
    if constraint.kind == .trigger {
        guard let trigger = facts.description.triggers.first(where: { $0.name == constraint.name }) else { return nil }
        return (trigger.definition ?? facts.definitions?.triggers[trigger.oid]).map { $0 + ";" }
    }
    guard let text = constraint.definition ?? facts.definitions?.constraints[constraint.oid] else { return nil }
    let table = qualifiedName(constraint.relation.schema, constraint.relation.name)
    return "ALTER TABLE \(table) ADD CONSTRAINT \(quotedIdentifier(constraint.name)) \(text);"
}

private struct ListedConstraint {
    var constraint: Constraint
    /// Another relation's foreign key.
    var pointsHere: Bool

    /// The relation at a foreign key's other end.
    var other: RelationName? { pointsHere ? constraint.relation : constraint.references }

    var kind: String {
        var words = [pointsHere ? "referenced by" : constraint.kind.title]
        if !constraint.isValidated { words.append("not valid") }
        if !constraint.isEnforced { words.append("not enforced") }
        // Keys and foreign keys are never inherited.
        if constraint.isNoInherit, [.check, .notNull].contains(constraint.kind) { words.append("no inherit") }
        if !constraint.isLocal { words.append("inherited") }
        return words.joined(separator: ", ")
    }
}

extension Constraint.Kind {
    var title: String {
        switch self {
        case .check: "check"
        case .foreignKey: "foreign key"
        case .notNull: "not null"
        case .primaryKey: "primary key"
        case .unique: "unique"
        case .exclusion: "exclusion"
        case .trigger: "constraint trigger"
        }
    }
}
