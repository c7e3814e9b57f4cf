internal import PostgresCatalog
internal import PostgresClient
internal import Reports
internal import Terminal

// What is dear to make of a relation of many columns, or of a long view, is made once and kept beside what it was made from: it is needed
// several times at each key. Values that were only copied compare at once.

/// The statements that would make a relation again.
struct MadeSQL: Sendable, Hashable {
    let description: RelationDescription
    let definitions: RelationDefinitions
    let server: ServerVersion
    /// nil for what is not made by a statement of its own.
    let sql: RelationSQL?

    init(_ description: RelationDescription, _ definitions: RelationDefinitions, _ server: ServerVersion) {
        self.description = description
        self.definitions = definitions
        self.server = server
        sql = RelationSQL(description, definitions, on: server)
    }

    func isMade(from description: RelationDescription, _ definitions: RelationDefinitions, _ server: ServerVersion) -> Bool {
        self.server == server && self.description == description && self.definitions == definitions
    }
}

/// The text of the Source tab.
struct MadeSource: Sendable, Hashable {
    /// All that the text depends on.
    struct Origin: Sendable, Hashable {
        let description: RelationDescription
        let sql: RelationSQL?
        let areDefinitionsKnown: Bool
        let isStale: Bool
        let areDefinitionsStale: Bool
        /// In place of what is missing: that it is asked for, or who holds the lock on it, since when.
        let missing: StyledText

        init(_ facts: Described, _ sql: RelationSQL?) {
            description = facts.description
            self.sql = sql
            areDefinitionsKnown = facts.definitions != nil
            isStale = facts.isStale
            areDefinitionsStale = facts.found.isStale
            missing = facts.definition { _ in nil }
        }
    }

    let origin: Origin
    var text: ReaderText
}

extension DashboardState {
    /// The statements that would make the relation described again; nil while they are not known, and where there are none.
    var relationSQL: RelationSQL? {
        guard let description = describer.description.value, let server = serverVersion,
            let definitions = describer.definitionsFound.value?.definitions
        else { return nil }
        if let made = describer.madeSQL, made.isMade(from: description, definitions, server) { return made.sql }
        return MadeSQL(description, definitions, server).sql
    }

    func sourceText(of facts: Described) -> ReaderText {
        let sql = relationSQL
        if let made = describer.madeSource, made.origin == MadeSource.Origin(facts, sql) { return made.text }
        return facts.sourceText(sql)
    }

    /// After each event: makes anew what was made from something else.
    mutating func settleSource() {
        if let description = describer.description.value, let server = serverVersion,
            let definitions = describer.definitionsFound.value?.definitions
        {
            if describer.madeSQL?.isMade(from: description, definitions, server) != true {
                describer.madeSQL = MadeSQL(description, definitions, server)
            }
        } else {
            describer.madeSQL = nil
        }
        guard describer.tab == .source, let facts = described else {
            describer.madeSource = nil
            return
        }
        let origin = MadeSource.Origin(facts, describer.madeSQL?.sql)
        if describer.madeSource?.origin != origin {
            describer.madeSource = MadeSource(origin: origin, text: facts.sourceText(origin.sql))
        }
    }
}
