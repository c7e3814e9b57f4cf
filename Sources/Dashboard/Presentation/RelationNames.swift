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
