public import PostgresClient

/// A way by which a publication (pg_publication) covers a relation; one publication may have two.
/// A row filter may wait for a lock: ``RelationDefinitions/publicationFilters``.
public struct Publication: Sendable, Hashable {
    public enum Coverage: Sendable, Hashable, CaseIterable {
        case table
        /// 15 and later.
        case schema
        case allTables
    }

    public var oid: OID
    public var name: String
    public var coverage: Coverage
    /// The columns published (15 and later) by number; nil is all.
    public var columns: [String]?
    /// Whether it has a row filter (15 and later).
    public var hasFilter: Bool

    public init(oid: OID, name: String, coverage: Coverage, columns: [String]? = nil, hasFilter: Bool = false) {
        self.oid = oid
        self.name = name
        self.coverage = coverage
        self.columns = columns
        self.hasFilter = hasFilter
    }
}
