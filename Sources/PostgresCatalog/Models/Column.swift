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
    /// Only where it differs from the type's own; the bare name.
    public var collation: String?
    /// The same as regcollation prints it: quoted and qualified where needed.
    public var collationText: String?
    /// attstorage: p plain, e external, m main, x extended.
    public var storage: Character
    /// typstorage: what ``storage`` is unless it was changed; nil where it was not asked.
    public var typeStorage: Character?
    /// attcompression (14 and later): `pglz`, `lz4`; nil is the default.
    public var compression: String?
    /// attstattarget; nil is the default.
    public var statisticsTarget: Int?
    public var comment: String?
    /// attfdwoptions of a foreign table's column as SQL writes them: `name 'value', ...`; nil where there are none.
    public var foreignOptions: String?
    /// attoptions: `n_distinct=-0.5`.
    public var options: [String]
    /// Whether it was defined here, besides being inherited.
    public var isLocal: Bool
    /// attinhcount: how many parents it comes from.
    public var inheritanceCount: Int
    /// attacl; nil where nothing was granted on the column.
    public var privileges: [AccessPrivilege]?

    public init(
        number: Int, name: String, type: String, isNotNull: Bool = false, hasDefault: Bool = false, identity: Identity? = nil,
        generation: Generation? = nil, collation: String? = nil, collationText: String? = nil, storage: Character = "p",
        compression: String? = nil,
        statisticsTarget: Int? = nil, comment: String? = nil, foreignOptions: String? = nil, options: [String] = [],
        isLocal: Bool = true, inheritanceCount: Int = 0, privileges: [AccessPrivilege]? = nil
    ) {
        self.number = number
        self.name = name
        self.type = type
        self.isNotNull = isNotNull
        self.hasDefault = hasDefault
        self.identity = identity
        self.generation = generation
        self.collation = collation
        self.collationText = collationText
        self.storage = storage
        self.compression = compression
        self.statisticsTarget = statisticsTarget
        self.comment = comment
        self.foreignOptions = foreignOptions
        self.options = options
        self.isLocal = isLocal
        self.inheritanceCount = inheritanceCount
        self.privileges = privileges
    }
}
