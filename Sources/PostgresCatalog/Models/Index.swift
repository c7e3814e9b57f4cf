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
    /// The key's attributes in order: the column's name, or nil for an expression.
    public var keys: [String?]
    /// INCLUDE columns.
    public var included: [String]
    public var isPartial: Bool
    /// relpages times the block size.
    public var estimatedBytes: Int64?
    public var comment: String?

    public init(
        oid: OID, name: String, accessMethod: String, isPrimary: Bool = false, isUnique: Bool = false, isExclusion: Bool = false,
        isValid: Bool = true, keys: [String?], included: [String] = [], isPartial: Bool = false, estimatedBytes: Int64? = nil,
        comment: String? = nil
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
    }
}
