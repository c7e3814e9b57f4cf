/// A sequence that goes with a column (pg_depend): of an identity column, or OWNED BY it, as a serial's is.
public struct OwnedSequence: Sendable, Hashable {
    public var relation: RelationName
    public var column: String
    public var isIdentity: Bool
    public var persistence: Relation.Persistence
    /// Without the owner.
    public var parameters: SequenceParameters

    public init(
        relation: RelationName, column: String, isIdentity: Bool, persistence: Relation.Persistence = .permanent,
        parameters: SequenceParameters
    ) {
        self.relation = relation
        self.column = column
        self.isIdentity = isIdentity
        self.persistence = persistence
        self.parameters = parameters
    }
}
