public import PostgresCatalog
public import PostgresClient

/// What the describer shows: the thing under the cursor of the pane that was used last.
public enum Subject: Sendable, Hashable {
    case nothing
    case database(OID)
    case schema(OID)
    case relation(RelationSubject)

    var relation: RelationSubject? {
        if case .relation(let relation) = self { relation } else { nil }
    }
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

    /// nil for one that a link led to and that nobody has described yet: its kind is a guess then, and its owner is not known.
    var knownKind: RelationKind? { relation.owner.isEmpty ? nil : relation.kind }

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

/// The part of a description that may stand behind a lock, and why some of it is missing.
public struct DefinitionsFound: Sendable, Hashable {
    public var definitions: RelationDefinitions
    public var unavailable: PostgresError?
    public init(definitions: RelationDefinitions, unavailable: PostgresError?) {
        self.definitions = definitions
        self.unavailable = unavailable
    }

    /// Whether some of it waits for another session's lock.
    var isBehindLock: Bool { unavailable?.isLockTimeout == true }
}
