public import PostgresClient

/// A row of pg_index with its pg_class.
public struct Index: Sendable, Hashable {
    public var oid: OID
    public var name: String
    public var accessMethod: String
    public var isPrimary: Bool
    public var isUnique: Bool
    public var isExclusion: Bool
    public var isValid: Bool
    /// The key's attributes in order: the column's name, or nil for an expression. Empty where they were not asked, as ``included`` is.
    public var keys: [String?]
    /// INCLUDE columns.
    public var included: [String]
    public var isPartial: Bool
    /// relpages times the block size; nil also where it was not asked.
    public var estimatedBytes: Int64?
    public var comment: String?
    /// indisclustered: CLUSTER without a name takes this one.
    public var isClustered: Bool
    public var isReplicaIdentity: Bool
    /// indnullsnotdistinct (15 and later).
    public var isNullsNotDistinct: Bool
    /// Of another tablespace than the database's own.
    public var tablespace: String?
    /// The primary key, unique or exclusion constraint that it serves.
    public var constraint: OID?
    public var constraintKind: Constraint.Kind?
    public var constraintName: String?
    /// pg_get_constraintdef of a primary key or unique constraint; an exclusion's is in ``RelationDefinitions/constraints``.
    public var constraintDefinition: String?
    /// reloptions: `fillfactor=70`.
    public var options: [String] = []
    /// The index of the partitioned table that it is a partition of; nil also where it was not asked.
    public var attachedTo: RelationName?
    /// attstattarget of its columns that have one, by number; empty also where they were not asked.
    public var statisticsTargets: [Int: Int] = [:]
    /// Of that constraint.
    public var isDeferrable: Bool
    public var isInitiallyDeferred: Bool
    /// conperiod (18 and later): a key WITHOUT OVERLAPS.
    public var isWithoutOverlaps: Bool

    public init(
        oid: OID, name: String, accessMethod: String, isPrimary: Bool = false, isUnique: Bool = false, isExclusion: Bool = false,
        isValid: Bool = true, keys: [String?], included: [String] = [], isPartial: Bool = false, estimatedBytes: Int64? = nil,
        comment: String? = nil, isClustered: Bool = false, isReplicaIdentity: Bool = false, isNullsNotDistinct: Bool = false,
        tablespace: String? = nil, constraint: OID? = nil, constraintKind: Constraint.Kind? = nil, isDeferrable: Bool = false,
        isInitiallyDeferred: Bool = false, isWithoutOverlaps: Bool = false
    ) {
        self.oid = oid
        self.name = name
        self.accessMethod = accessMethod
        self.isPrimary = isPrimary
        self.isUnique = isUnique
        self.isExclusion = isExclusion
        self.isValid = isValid
        self.keys = keys
        self.included = included
        self.isPartial = isPartial
        self.estimatedBytes = estimatedBytes
        self.comment = comment
        self.isClustered = isClustered
        self.isReplicaIdentity = isReplicaIdentity
        self.isNullsNotDistinct = isNullsNotDistinct
        self.tablespace = tablespace
        self.constraint = constraint
        self.constraintKind = constraintKind
        self.isDeferrable = isDeferrable
        self.isInitiallyDeferred = isInitiallyDeferred
        self.isWithoutOverlaps = isWithoutOverlaps
    }
}
