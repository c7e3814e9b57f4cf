/// A row of pg_sequence, with the column that owns the sequence.
public struct SequenceParameters: Sendable, Hashable {
    /// As format_type says it.
    public var type: String
    public var start: Int64
    public var minimum: Int64
    public var maximum: Int64
    public var increment: Int64
    public var cycles: Bool
    public var cache: Int64
    public var owner: SequenceOwner?

    public init(
        type: String, start: Int64, minimum: Int64, maximum: Int64, increment: Int64, cycles: Bool, cache: Int64,
        owner: SequenceOwner? = nil
    ) {
        self.type = type
        self.start = start
        self.minimum = minimum
        self.maximum = maximum
        self.increment = increment
        self.cycles = cycles
        self.cache = cache
        self.owner = owner
    }
}

/// The column that a sequence goes with (pg_depend).
public struct SequenceOwner: Sendable, Hashable {
    public var relation: RelationName
    public var column: String
    /// `schema.table.column`, each quoted where needed.
    public var text: String
    /// Whether the column is an identity column; otherwise it is OWNED BY.
    public var isIdentity: Bool

    public init(relation: RelationName, column: String, text: String, isIdentity: Bool) {
        self.relation = relation
        self.column = column
        self.text = text
        self.isIdentity = isIdentity
    }
}
