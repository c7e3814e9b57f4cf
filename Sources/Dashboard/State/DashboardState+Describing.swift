internal import PostgresCatalog
internal import PostgresClient

// The describer follows the cursor of the pane that was used last.
extension DashboardState {
    /// Turns the describer to what the cursor stands on. What it asked for another relation is dropped.
    mutating func followCursor() -> [Effect] {
        let subject: Subject
        switch focus {
        case .databases: subject = databases.selected.map { .database($0.oid) } ?? .nothing
        case .tree:
            if let (schema, relation) = tree.selectedRelation, let database = tree.database {
                subject = .relation(RelationSubject(database: database, schema: schema.name, relation: relation))
            } else if case .schema(let index) = tree.selectedRow, let schema = tree.schema(at: index) {
                subject = .schema(schema.oid)
            } else if case .group(let key) = tree.selectedRow {
                subject = .schema(key.schema)
            } else {
                subject = .nothing
            }
        case .describer: return []
        }
        return describer.turn(to: subject, at: now).map { dropQuestions(about: $0) } ?? []
    }

    /// Nobody waits for the description of a relation any more.
    mutating func dropQuestions(about left: RelationKey) -> [Effect] {
        drop { question in
            switch question {
            case .description(left.database, left.oid, _), .definitions(left.database, left.oid, _), .rows(left.database, left.oid, _),
                .lockHolders(left.database, left.oid):
                true
            default: false
            }
        }
    }

    mutating func askDescription() -> [Effect] {
        describer.descriptionDue = nil
        guard let subject = describer.relation else { return [] }
        let key = subject.key
        let effects = ask(.description(database: key.database, relation: key.oid, kind: subject.knownKind))
        if !effects.isEmpty { describer.descriptions[key, default: .notAsked].begin(at: now) }
        return effects
    }

    mutating func askDefinitions() -> [Effect] {
        describer.definitionsDue = nil
        guard let subject = describer.relation else { return [] }
        let key = subject.key
        let effects = ask(.definitions(database: key.database, relation: key.oid, kind: subject.knownKind))
        if !effects.isEmpty { describer.definitions[key, default: .notAsked].begin(at: now) }
        return effects
    }
}
