public import PostgresClient

/// The part of a description that may stand behind another session's lock: expressions and definitions printed by the server, exact sizes.
///
/// What is missing was not to be had, or there is none.
public struct RelationDefinitions: Sendable, Hashable {
    /// pg_get_expr of pg_attrdef, by column number: defaults and generation expressions.
    public var defaults: [Int: String]
    /// pg_get_indexdef by index; for an index its own.
    public var indexes: [OID: String]
    /// pg_get_constraintdef of checks and exclusions, by constraint.
    public var constraints: [OID: String]
    /// pg_total_relation_size: heap, TOAST and indexes; nil where the relation has no storage.
    public var totalBytes: Int64?
    /// The same in its parts.
    public var sizes: StorageSizes?
    /// pg_relation_size of each index.
    public var indexBytes: [OID: Int64]
    /// pg_total_relation_size of partitions and children, by relation.
    public var childBytes: [OID: Int64]

    /// Of an index: pg_get_indexdef of each column, by number.
    public var indexColumns: [Int: String]
    /// Of an index: its WHERE.
    public var indexPredicate: String?
    /// pg_get_triggerdef of triggers with a WHEN.
    public var triggers: [OID: String]
    /// pg_get_ruledef, without the semicolon at its end.
    public var rules: [OID: String]
    public var policies: [OID: PolicyExpressions]
    /// What extended statistics are ON, by object: pg_get_statisticsobjdef_columns, on 13 the columns' names.
    public var statistics: [OID: String]
    /// The WHERE of a publication, by publication (15 and later).
    public var publicationFilters: [OID: String]
    /// pg_get_viewdef of a view or materialized view.
    public var viewDefinition: String?

    /// pg_get_partkeydef of a partitioned table.
    public var partitionKey: String?
    /// pg_get_expr of a partition's relpartbound.
    public var partitionBound: String?
    /// pg_get_partition_constraintdef.
    public var partitionConstraint: String?
    /// relpartbound of partitions, by relation.
    public var childBounds: [OID: String]

    /// Who holds a lock that these questions wait for, at the time they were asked.
    public var lockHolders: [LockHolder]

    public init(
        defaults: [Int: String] = [:], indexes: [OID: String] = [:], constraints: [OID: String] = [:], totalBytes: Int64? = nil
    ) {
        self.defaults = defaults
        self.indexes = indexes
        self.constraints = constraints
        self.totalBytes = totalBytes
        self.indexBytes = [:]
        self.childBytes = [:]
        self.indexColumns = [:]
        self.triggers = [:]
        self.rules = [:]
        self.policies = [:]
        self.statistics = [:]
        self.publicationFilters = [:]
        self.childBounds = [:]
        self.lockHolders = []
    }
}
