public import PostgresCatalog

extension RelationKind {
    /// One of them: `partitioned table`.
    public var title: String {
        switch self {
        case .table: "table"
        case .partitionedTable: "partitioned table"
        case .view: "view"
        case .materializedView: "materialized view"
        case .index: "index"
        case .partitionedIndex: "partitioned index"
        case .sequence: "sequence"
        case .foreignTable: "foreign table"
        case .compositeType: "composite type"
        case .toastTable: "TOAST table"
        }
    }
}

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
}

extension Schema {
    /// How many relations of a group it holds, by the counts of pg_class.
    public func count(_ group: RelationGroup) -> Int {
        group.kinds.reduce(0) { $0 + (relationCounts[$1] ?? 0) }
    }

    /// The groups that are not empty, in the tree's order.
    public var groups: [RelationGroup] { RelationGroup.allCases.filter { count($0) > 0 } }
}
