internal import PostgresCatalog
internal import Terminal

func constraintsListing(_ constraints: [Constraint], _ facts: DefinitionFaces, _ role: Role) -> Listing {
    let rows = constraints.map { constraint -> [StyledText] in
        [
            StyledText(outside: constraint.name, role == .stale ? .stale : .identifier),
            StyledText(constraint.kind.title + (constraint.isValidated ? "" : ", not valid"), constraint.isValidated ? role : .warning),
            constraint.definition.map { StyledText(outside: $0, role == .stale ? .stale : .literal) }
                ?? facts.text { $0.constraints[constraint.oid] },
        ]
    }
    return Listing(
        [.init(title: "Constraint"), .init(title: "Kind"), .init(title: "Definition", shrinks: true, grows: true)], rows: rows, widest: 100)
}

func referencesListing(_ constraints: [Constraint], _ role: Role) -> Listing {
    let rows = constraints.map { constraint -> [StyledText] in
        [
            StyledText(outside: constraint.relation.schema + "." + constraint.relation.name, role == .stale ? .stale : .identifier),
            StyledText(outside: constraint.name, role),
            StyledText(outside: constraint.definition ?? "", role == .stale ? .stale : .literal),
        ]
    }
    return Listing(
        [.init(title: "Table"), .init(title: "Constraint"), .init(title: "Definition", shrinks: true, grows: true)], rows: rows, widest: 100
    )
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
        case .trigger: "trigger"
        }
    }
}
