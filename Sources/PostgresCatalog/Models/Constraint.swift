public import PostgresClient

/// A row of pg_constraint of a relation, or of another one's foreign key that points at it.
public struct Constraint: Sendable, Hashable {
    /// contype.
    public enum Kind: Character, Sendable, Hashable, CaseIterable {
        case check = "c"
        case foreignKey = "f"
        case notNull = "n"
        case primaryKey = "p"
        case unique = "u"
        case exclusion = "x"
        case trigger = "t"
    }

    public var oid: OID
    public var name: String
    public var kind: Kind
    /// convalidated.
    public var isValidated: Bool
    /// The columns of the relation that carries it; empty where they were not asked.
    public var columns: [String]
    /// pg_get_constraintdef, for kinds where it cannot block (foreign and primary keys, unique); nil for those asked apart.
    public var definition: String?
    /// For a foreign key: the relation that carries it and the one it points at, schema-qualified as regclass prints them.
    public var relation: RelationName
    public var references: RelationName?
    /// For a foreign key: the columns it points at, in the order of ``columns``.
    public var referencedColumns: [String]
    public var isDeferrable: Bool
    public var isInitiallyDeferred: Bool
    /// conenforced (18 and later).
    public var isEnforced: Bool
    /// connoinherit.
    public var isNoInherit: Bool
    /// conislocal: defined here, besides being inherited.
    public var isLocal: Bool
    /// coninhcount: how many parents it comes from.
    public var inheritanceCount: Int
    /// conparentid: the constraint of the partitioned table (or of the partitioned table pointed at) that this one is a copy of.
    public var parent: OID?
    /// conindid: the index that enforces it, or the one of the table that a foreign key points at.
    public var index: OID?
    public var comment: String?

    public init(
        oid: OID, name: String, kind: Kind, isValidated: Bool = true, columns: [String], definition: String?, relation: RelationName,
        references: RelationName? = nil, referencedColumns: [String] = [], isDeferrable: Bool = false,
        isInitiallyDeferred: Bool = false, isEnforced: Bool = true, isNoInherit: Bool = false, isLocal: Bool = true,
        inheritanceCount: Int = 0, parent: OID? = nil, index: OID? = nil, comment: String? = nil
    ) {
        self.oid = oid
        self.name = name
        self.kind = kind
        self.isValidated = isValidated
        self.columns = columns
        self.definition = definition
        self.relation = relation
        self.references = references
        self.referencedColumns = referencedColumns
        self.isDeferrable = isDeferrable
        self.isInitiallyDeferred = isInitiallyDeferred
        self.isEnforced = isEnforced
        self.isNoInherit = isNoInherit
        self.isLocal = isLocal
        self.inheritanceCount = inheritanceCount
        self.parent = parent
        self.index = index
        self.comment = comment
    }
}
