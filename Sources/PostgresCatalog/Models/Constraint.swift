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
    /// The columns of the relation that carries it.
    public var columns: [String]
    /// pg_get_constraintdef, for kinds where it cannot block (foreign and primary keys, unique); nil for those asked apart.
    public var definition: String?
    /// For a foreign key: the relation that carries it and the one it points at, schema-qualified as regclass prints them.
    public var relation: RelationName
    public var references: RelationName?

    public init(
        oid: OID, name: String, kind: Kind, isValidated: Bool = true, columns: [String], definition: String?, relation: RelationName,
        references: RelationName? = nil
    ) {
        self.oid = oid
        self.name = name
        self.kind = kind
        self.isValidated = isValidated
        self.columns = columns
        self.definition = definition
        self.relation = relation
        self.references = references
    }
}

/// A relation as a person and a program know it.
public struct RelationName: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String
    public init(oid: OID, schema: String, name: String) {
        self.oid = oid
        self.schema = schema
        self.name = name
    }
}
