/// The partitioned table or index that a relation is a partition of (pg_inherits).
public struct PartitionParent: Sendable, Hashable {
    public var relation: RelationName
    /// inhdetachpending (14 and later).
    public var isDetachPending: Bool

    public init(relation: RelationName, isDetachPending: Bool = false) {
        self.relation = relation
        self.isDetachPending = isDetachPending
    }
}
