public import PostgresClient

/// A row of pg_class.
public struct Relation: Sendable, Hashable, Identifiable {
    /// pg_class.relpersistence.
    public enum Persistence: Character, Sendable, Hashable {
        case permanent = "p"
        case unlogged = "u"
        case temporary = "t"
    }

    public var id: OID { oid }
    public var oid: OID
    public var name: String
    public var kind: RelationKind
    public var persistence: Persistence
    public var owner: String
    public var comment: String?
    /// reltuples; nil where the server does not know (-1, or 0 pages never analyzed), which is not zero.
    public var estimatedRows: Double?
    /// relpages times the block size: the main fork only, without TOAST and indexes, as of the last vacuum or analyze; nil where no
    /// such was and where the relation has no storage.
    public var estimatedBytes: Int64?
    /// The parent of a partition (pg_inherits, relispartition).
    public var partitionOf: OID?

    public init(
        oid: OID, name: String, kind: RelationKind, persistence: Persistence = .permanent, owner: String, comment: String? = nil,
        estimatedRows: Double? = nil, estimatedBytes: Int64? = nil, partitionOf: OID? = nil
    ) {
        self.oid = oid
        self.name = name
        self.kind = kind
        self.persistence = persistence
        self.owner = owner
        self.comment = comment
        self.estimatedRows = estimatedRows
        self.estimatedBytes = estimatedBytes
        self.partitionOf = partitionOf
    }
}

/// A row of pg_namespace with what it holds.
public struct Schema: Sendable, Hashable, Identifiable {
    public var id: OID { oid }
    public var oid: OID
    public var name: String
    public var owner: String
    public var comment: String?
    /// Whether the role has USAGE.
    public var mayUse: Bool
    /// pg_catalog, information_schema, pg_toast and the temporary ones.
    public var isSystem: Bool
    /// Relations by kind, as counted in pg_class; kinds with none are absent. Partitions count with their kind.
    public var relationCounts: [RelationKind: Int]

    public init(
        oid: OID, name: String, owner: String, comment: String? = nil, mayUse: Bool = true, isSystem: Bool = false,
        relationCounts: [RelationKind: Int] = [:]
    ) {
        self.oid = oid
        self.name = name
        self.owner = owner
        self.comment = comment
        self.mayUse = mayUse
        self.isSystem = isSystem
        self.relationCounts = relationCounts
    }
}
