public import PostgresCatalog
public import PostgresClient
public import Terminal

/// What the describer shows: the thing under the cursor of the pane that was used last.
public enum Subject: Sendable, Hashable {
    case nothing
    case database(OID)
    case schema(OID)
    case relation(RelationSubject)
}

/// A relation as the tree knows it, before anything more was asked.
public struct RelationSubject: Sendable, Hashable {
    public var database: String
    public var schema: String
    public var relation: Relation

    public init(database: String, schema: String, relation: Relation) {
        self.database = database
        self.schema = schema
        self.relation = relation
    }

    public var key: RelationKey { RelationKey(database: database, oid: relation.oid) }
}

public struct RelationKey: Sendable, Hashable {
    public var database: String
    public var oid: OID
    public init(database: String, oid: OID) {
        self.database = database
        self.oid = oid
    }
}

public enum DescriberTab: Int, Sendable, Hashable, CaseIterable {
    case columns, indexes, constraints, references

    public var title: String {
        switch self {
        case .columns: "Columns"
        case .indexes: "Indexes"
        case .constraints: "Constraints"
        case .references: "Referenced by"
        }
    }
}

extension DescriberTab {
    var whenEmpty: String {
        switch self {
        case .columns: "no columns"
        case .indexes: "no indexes"
        case .constraints: "no constraints"
        case .references: "no foreign key points here"
        }
    }
}

/// The part of a description that may stand behind a lock, and why some of it is missing.
public struct DefinitionsFound: Sendable, Hashable {
    public var definitions: RelationDefinitions
    public var unavailable: PostgresError?
    public init(definitions: RelationDefinitions, unavailable: PostgresError?) {
        self.definitions = definitions
        self.unavailable = unavailable
    }
}

/// The pane that describes. It follows the cursor after a rest, and remembers what it learned for a while.
public struct DescriberPane: Sendable, Hashable {
    /// The cursor's rest before the description is asked, and before the part that may block is.
    public static let descriptionRest: Duration = .milliseconds(80)
    public static let definitionsRest: Duration = .milliseconds(600)
    static let remembered = 64

    public internal(set) var subject: Subject = .nothing
    public var tab: DescriberTab = .columns
    public var window = ScrollWindow()
    /// Columns of cells scrolled to the right, behind the frozen first column.
    public var horizontalOffset = 0
    public internal(set) var descriptionDue: Instant?
    public internal(set) var definitionsDue: Instant?
    var descriptions: [RelationKey: Remote<RelationDescription>] = [:]
    var definitions: [RelationKey: Remote<DefinitionsFound>] = [:]
    /// The relations remembered, the one used last at the end.
    var recent: [RelationKey] = []

    public init() {}

    public var relation: RelationSubject? {
        if case .relation(let subject) = subject { subject } else { nil }
    }

    /// What is known of the relation described.
    public var description: Remote<RelationDescription> { relation.flatMap { descriptions[$0.key] } ?? .notAsked }
    public var definitionsFound: Remote<DefinitionsFound> { relation.flatMap { definitions[$0.key] } ?? .notAsked }

    /// The rows of a tab; nil while the description is not there.
    public func count(_ tab: DescriberTab) -> Int? {
        guard let description = description.value else { return nil }
        return switch tab {
        case .columns: description.columns.count
        case .indexes: description.indexes.count
        case .constraints: description.constraints.count
        case .references: description.referencedBy.count
        }
    }

    /// Turns to another subject. - Returns: the relation that is no longer described, whose questions may be dropped.
    mutating func turn(to subject: Subject, at now: Instant) -> RelationKey? {
        guard subject != self.subject else { return nil }
        let left = relation?.key
        if left != (Subject.relationKey(subject)) {
            window = ScrollWindow()
            horizontalOffset = 0
        }
        self.subject = subject
        descriptionDue = nil
        definitionsDue = nil
        guard let key = relation?.key else { return left }
        remember(key)
        if !(descriptions[key].map { $0.value != nil && !$0.isStale } ?? false) {
            descriptionDue = now + Self.descriptionRest
        }
        if !(definitions[key].map { $0.value != nil && $0.value?.unavailable == nil && !$0.isStale } ?? false) {
            definitionsDue = now + Self.definitionsRest
        }
        return left == key ? nil : left
    }

    mutating func forgetAll() {
        descriptions = [:]
        definitions = [:]
        recent = []
        subject = .nothing
        descriptionDue = nil
        definitionsDue = nil
    }

    private mutating func remember(_ key: RelationKey) {
        recent.removeAll { $0 == key }
        recent.append(key)
        while recent.count > Self.remembered {
            let oldest = recent.removeFirst()
            descriptions[oldest] = nil
            definitions[oldest] = nil
        }
    }
}

extension Subject {
    static func relationKey(_ subject: Subject) -> RelationKey? {
        if case .relation(let relation) = subject { relation.key } else { nil }
    }
}
