public import PostgresClient

/// What a relation is, by questions that never wait for a lock.
public struct RelationDescription: Sendable, Hashable {
    public var relation: RelationName
    public var kind: RelationKind
    public var owner: String
    public var comment: String?
    public var persistence: Relation.Persistence
    public var estimatedRows: Double?
    /// Main fork by relpages; see ``Relation/estimatedBytes``.
    public var estimatedBytes: Int64?
    public var columns: [Column]
    public var indexes: [Index]
    public var constraints: [Constraint]
    /// Foreign keys of other relations that point here.
    public var referencedBy: [Constraint]

    public init(
        relation: RelationName, kind: RelationKind, owner: String, comment: String? = nil,
        persistence: Relation.Persistence = .permanent, estimatedRows: Double? = nil, estimatedBytes: Int64? = nil,
        columns: [Column] = [], indexes: [Index] = [], constraints: [Constraint] = [], referencedBy: [Constraint] = []
    ) {
        self.relation = relation
        self.kind = kind
        self.owner = owner
        self.comment = comment
        self.persistence = persistence
        self.estimatedRows = estimatedRows
        self.estimatedBytes = estimatedBytes
        self.columns = columns
        self.indexes = indexes
        self.constraints = constraints
        self.referencedBy = referencedBy
    }
}

/// The part of a description that may stand behind another session's lock: expressions and definitions printed by the server, exact sizes.
public struct RelationDefinitions: Sendable, Hashable {
    /// pg_get_expr of pg_attrdef, by column number: defaults and generation expressions.
    public var defaults: [Int: String]
    /// pg_get_indexdef by index.
    public var indexes: [OID: String]
    /// pg_get_constraintdef of checks and exclusions, by constraint.
    public var constraints: [OID: String]
    /// pg_total_relation_size: heap, TOAST and indexes; nil where the relation has no storage.
    public var totalBytes: Int64?

    public init(
        defaults: [Int: String] = [:], indexes: [OID: String] = [:], constraints: [OID: String] = [:], totalBytes: Int64? = nil
    ) {
        self.defaults = defaults
        self.indexes = indexes
        self.constraints = constraints
        self.totalBytes = totalBytes
    }
}
