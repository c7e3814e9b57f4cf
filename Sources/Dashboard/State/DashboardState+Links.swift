internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

// From relation to relation: links are followed, and a way back is kept.
extension DashboardState {
    /// Describes a relation wherever it lies, and lets the tree's cursor go to it. What was described can be gone back to.
    /// - Parameters:
    ///   - kind: as far as it is known; its description corrects it.
    ///   - database: the one being browsed where nil.
    mutating func visit(_ name: RelationName, kind: RelationKind, in database: String? = nil) -> [Effect] {
        guard let database = database ?? describer.relation?.database ?? tree.database else { return [] }
        monitor.isOpen = false
        if let relation = describer.relation {
            describer.history.append(
                DescriberPane.Visited(
                    subject: relation, tab: describer.tab, window: describer.window, horizontalOffset: describer.horizontalOffset))
            if describer.history.count > DescriberPane.longestHistory { describer.history.removeFirst() }
        }
        let relation = Relation(oid: name.oid, name: name.name, kind: kind, owner: "")
        return show(RelationSubject(database: database, schema: name.schema, relation: relation))
    }

    /// Backspace: to where the last link was followed from, with the tab and the row of then.
    mutating func followBack() -> [Effect] {
        guard let last = describer.history.popLast() else { return [] }
        let effects = show(last.subject)
        describer.chosenTab = last.tab
        describer.window = last.window
        describer.horizontalOffset = last.horizontalOffset
        settleCursors()
        return effects
    }

    private mutating func show(_ subject: RelationSubject) -> [Effect] {
        var effects: [Effect] = []
        if subject.database != tree.database { effects += enter(subject.database) }
        let left = describer.turn(to: .relation(subject), at: now)
        if let left { effects += dropQuestions(about: left) }
        focus = .describer
        if describer.description.value == nil || describer.description.isStale { effects += askDescription() }
        if describer.definitionsFound.value == nil || describer.definitionsFound.isStale { effects += askDefinitions() }
        describer.descriptionDue = nil
        describer.definitionsDue = nil
        effects += seekInTree(subject)
        settleCursors()
        return effects
    }

    /// Lets the tree's cursor go to a relation; where its list is not there yet, as soon as that comes.
    private mutating func seekInTree(_ subject: RelationSubject) -> [Effect] {
        tree.sought = subject
        if tree.filter.isActive || tree.filter.isBeingTyped { changeFilter(of: .tree) { $0 = Filter() } }
        return seek()
    }

    /// Goes on with what the tree's cursor seeks, after a list has come. It gives up where the list does not hold it.
    mutating func seek() -> [Effect] {
        guard let sought = tree.sought, let schemas = tree.schemas.value else { return [] }
        guard sought.database == tree.database, let group = RelationGroup(holding: sought.relation.kind),
            let schema = schemas.first(where: { $0.name == sought.schema })
        else {
            tree.sought = nil
            return []
        }
        let key = GroupKey(schema: schema.oid, group: group)
        guard let list = tree.relations[key]?.value else {
            guard !(tree.relations[key]?.isLoading ?? false) else { return [] }
            return askRelations(key, in: sought.database)
        }
        guard list.contains(where: { $0.oid == sought.relation.oid }) else {
            // A list of the wrong kinds, until the description tells the right one.
            if describer.description.value != nil { tree.sought = nil }
            return []
        }
        tree.sought = nil
        tree.reveal(sought.relation.oid, in: key)
        arrangeTree()
        tree.select(sought.relation.oid, height: layout.contentHeight(.tree))
        return []
    }

    /// A description has come: a relation reached by a link is known by its kind and owner from here on.
    mutating func correctSubject(by description: RelationDescription) -> [Effect] {
        guard var subject = describer.relation, subject.relation.oid == description.relation.oid,
            subject.relation.kind != description.kind || subject.relation.name != description.relation.name
                || subject.relation.owner != description.owner
        else { return [] }
        subject.relation.kind = description.kind
        subject.relation.name = description.relation.name
        subject.relation.owner = description.owner
        subject.relation.persistence = description.persistence
        describer.correct(subject)
        if tree.sought?.key == subject.key { tree.sought = subject }
        return seek()
    }
}
