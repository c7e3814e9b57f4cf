/// What decides which questions about relations can have an answer: what pg_class tells of each, and whether anything in the database has
/// what few databases use. True where it may be so: the server takes some of these back late.
public struct RelationTraits: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// relhasindex, and indexes themselves.
    public static let indexes = RelationTraits(rawValue: 1 << 0)
    /// Is an index.
    public static let index = RelationTraits(rawValue: 1 << 1)
    /// relhastriggers: those that enforce foreign keys too, on both sides; a key that is not enforced (18) has none.
    public static let triggers = RelationTraits(rawValue: 1 << 2)
    /// relhasrules: views too.
    public static let rules = RelationTraits(rawValue: 1 << 3)
    /// Is a view or materialized view.
    public static let view = RelationTraits(rawValue: 1 << 4)
    public static let sequence = RelationTraits(rawValue: 1 << 5)
    public static let foreignTable = RelationTraits(rawValue: 1 << 6)
    public static let toastTable = RelationTraits(rawValue: 1 << 7)
    /// Has partitions.
    public static let partitioned = RelationTraits(rawValue: 1 << 8)
    /// relispartition.
    public static let partition = RelationTraits(rawValue: 1 << 9)

    /// relchecks.
    public static let checks = RelationTraits(rawValue: 1 << 10)
    /// reltablespace: lies in another tablespace than its database's.
    public static let tablespace = RelationTraits(rawValue: 1 << 11)
    /// reloftype: is a table of a composite type.
    public static let typed = RelationTraits(rawValue: 1 << 12)

    /// Some relation of the database has policies (pg_policy).
    public static let policies = RelationTraits(rawValue: 1 << 13)
    /// Some relation of the database has extended statistics (pg_statistic_ext).
    public static let extendedStatistics = RelationTraits(rawValue: 1 << 14)
    /// The database has publications (pg_publication).
    public static let publications = RelationTraits(rawValue: 1 << 15)
    /// Some relation of the database inherits or is a partition (pg_inherits).
    public static let inheritance = RelationTraits(rawValue: 1 << 16)

    /// Nothing is known, so anything may be.
    public static let all = RelationTraits(rawValue: (1 << 17) - 1)
}

extension RelationTraits {
    /// All that a relation may have of which nothing but its kind is known.
    public init(possibleFor kind: RelationKind?) {
        self.init(kind: kind)
        formUnion([
            .indexes, .triggers, .rules, .partition, .checks, .tablespace, .typed, .policies, .extendedStatistics, .publications,
            .inheritance,
        ])
    }

    init(kind: RelationKind?) {
        self =
            switch kind {
            case .index: [.index, .indexes]
            case .partitionedIndex: [.index, .indexes, .partitioned]
            case .partitionedTable: .partitioned
            case .view, .materializedView: .view
            case .sequence: .sequence
            case .foreignTable: .foreignTable
            case .toastTable: .toastTable
            case .table, .compositeType: []
            case nil: .all
            }
    }
}
