public import PostgresClient

/// Which relations a list such as psql's `\dt` shall hold.
public struct RelationList: Sendable, Hashable {
    /// The letters of psql's `\dtivmsE`.
    public enum Kind: Character, Sendable, Hashable, CaseIterable {
        case tables = "t"
        case indexes = "i"
        case views = "v"
        case materializedViews = "m"
        case sequences = "s"
        case foreignTables = "E"
    }

    /// Never empty.
    public var kinds: Set<Kind>
    /// nil lists what the search path shows.
    public var pattern: NamePattern?
    /// `+`: with sizes and comments. The sizes may stand behind a lock.
    public var isVerbose: Bool
    /// `S`: without a pattern, the system's own too.
    public var showsSystem: Bool

    public init(_ kinds: Set<Kind>, pattern: NamePattern? = nil, isVerbose: Bool = false, showsSystem: Bool = false) {
        precondition(!kinds.isEmpty, "a list of no kind")
        self.kinds = kinds
        self.pattern = pattern
        self.isVerbose = isVerbose
        self.showsSystem = showsSystem
    }

    /// What psql's `\d` lists without a pattern.
    public static let everything: Set<Kind> = Set(Kind.allCases).subtracting([.indexes])
}

/// One row of such a list.
public struct ListedRelation: Sendable, Hashable, Identifiable {
    public var id: OID { oid }
    public var oid: OID
    public var schema: String
    public var name: String
    public var kind: RelationKind
    public var owner: String
    /// An index's table; nil where indexes were not asked for.
    public var indexedTable: String?
    public var persistence: Relation.Persistence
    /// nil where the relation has none, and where it was not asked for.
    public var accessMethod: String?
    /// pg_table_size: all forks with TOAST, without indexes. Asked for in a verbose list only; nil where the relation has gone.
    public var bytes: Int64?
    /// ``bytes`` in the server's words (pg_size_pretty).
    public var size: String?
    public var comment: String?
}
