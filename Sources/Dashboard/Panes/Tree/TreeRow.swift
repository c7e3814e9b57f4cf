public import PostgresClient

/// A group of relations within a schema.
public struct GroupKey: Sendable, Hashable {
    public var schema: OID
    public var group: RelationGroup
    public init(schema: OID, group: RelationGroup) {
        self.schema = schema
        self.group = group
    }
}

/// A line of the tree as it is shown; the numbers are positions in the lists that the pane holds.
public enum TreeRow: Sendable, Hashable {
    case schema(Int)
    case group(GroupKey)
    /// - depth: 0 for a relation of the group, 1 and more for a partition.
    case relation(GroupKey, index: Int, depth: Int)
    /// The state of a group that has no relations to show: loading, or why it failed.
    case note(GroupKey)
}

/// What a row stands for, whatever its position: the cursor follows it when the tree changes.
public enum TreeIdentity: Sendable, Hashable {
    case schema(OID)
    case group(GroupKey)
    case relation(OID)
    case note(GroupKey)
}
