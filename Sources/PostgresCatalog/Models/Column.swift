/// A row of pg_attribute.
public struct Column: Sendable, Hashable {
    /// attidentity.
    public enum Identity: Character, Sendable, Hashable {
        case always = "a"
        case byDefault = "d"
    }
    /// attgenerated.
    public enum Generation: Character, Sendable, Hashable {
        case stored = "s"
        case virtual = "v"
    }

    /// attnum, from 1.
    public var number: Int
    public var name: String
    /// As format_type says it.
    public var type: String
    public var isNotNull: Bool
    /// Whether pg_attrdef has an expression for it; the expression itself may stand behind a lock and is asked apart.
    public var hasDefault: Bool
    public var identity: Identity?
    public var generation: Generation?
    /// Only where it differs from the type's own.
    public var collation: String?
    /// attstorage: p plain, e external, m main, x extended.
    public var storage: Character
    /// attcompression (14 and later): `pglz`, `lz4`; nil is the default.
    public var compression: String?
    /// attstattarget; nil is the default.
    public var statisticsTarget: Int?
    public var comment: String?

    public init(
        number: Int, name: String, type: String, isNotNull: Bool = false, hasDefault: Bool = false, identity: Identity? = nil,
        generation: Generation? = nil, collation: String? = nil, storage: Character = "p", compression: String? = nil,
        statisticsTarget: Int? = nil, comment: String? = nil
    ) {
        self.number = number
        self.name = name
        self.type = type
        self.isNotNull = isNotNull
        self.hasDefault = hasDefault
        self.identity = identity
        self.generation = generation
        self.collation = collation
        self.storage = storage
        self.compression = compression
        self.statisticsTarget = statisticsTarget
        self.comment = comment
    }
}
