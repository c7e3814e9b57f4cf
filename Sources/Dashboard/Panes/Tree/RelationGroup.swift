public import PostgresCatalog

/// How the tree gathers a schema's relations.
public enum RelationGroup: Int, Sendable, Hashable, CaseIterable {
    case tables, views, materializedViews, foreignTables, sequences, indexes, types

    public var title: String {
        switch self {
        case .tables: "tables"
        case .views: "views"
        case .materializedViews: "materialized views"
        case .foreignTables: "foreign tables"
        case .sequences: "sequences"
        case .indexes: "indexes"
        case .types: "composite types"
        }
    }

    public var kinds: [RelationKind] {
        switch self {
        case .tables: [.table, .partitionedTable]
        case .views: [.view]
        case .materializedViews: [.materializedView]
        case .foreignTables: [.foreignTable]
        case .sequences: [.sequence]
        case .indexes: [.index, .partitionedIndex]
        case .types: [.compositeType]
        }
    }

    /// The group that holds relations of a kind; nil for TOAST tables, which the tree leaves out.
    public init?(holding kind: RelationKind) {
        guard let group = Self.allCases.first(where: { $0.kinds.contains(kind) }) else { return nil }
        self = group
    }
}

extension Schema {
    /// How many relations of a group it holds, by the counts of pg_class.
    public func count(_ group: RelationGroup) -> Int {
        group.kinds.reduce(0) { $0 + (relationCounts[$1] ?? 0) }
    }

    /// The groups that are not empty, in the tree's order.
    public var groups: [RelationGroup] { RelationGroup.allCases.filter { count($0) > 0 } }
}
