/// A partition, or a table that inherits (pg_inherits). A partition's bound may wait for a lock: ``RelationDefinitions/childBounds``.
public struct ChildRelation: Sendable, Hashable {
    public var relation: RelationName
    /// nil for a kind that is not known.
    public var kind: RelationKind?
    /// relispartition; otherwise it inherits.
    public var isPartition: Bool
    /// inhdetachpending (14 and later).
    public var isDetachPending: Bool
    /// See ``Relation/estimatedRows``.
    public var estimatedRows: Double?
    /// See ``Relation/estimatedBytes``.
    public var estimatedBytes: Int64?

    public init(
        relation: RelationName, kind: RelationKind?, isPartition: Bool = false, isDetachPending: Bool = false,
        estimatedRows: Double? = nil, estimatedBytes: Int64? = nil
    ) {
        self.relation = relation
        self.kind = kind
        self.isPartition = isPartition
        self.isDetachPending = isDetachPending
        self.estimatedRows = estimatedRows
        self.estimatedBytes = estimatedBytes
    }
}
