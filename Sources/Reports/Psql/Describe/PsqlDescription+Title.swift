import PostgresCatalog

extension PsqlDescription {
    var title: String {
        let name = "\"\(relation.relation.schema).\(relation.relation.name)\""
        let unlogged = relation.persistence == .unlogged
        return switch relation.kind {
        case .table: (unlogged ? "Unlogged table " : "Table ") + name
        case .partitionedTable: (unlogged ? "Unlogged partitioned table " : "Partitioned table ") + name
        case .view: "View " + name
        case .materializedView: "Materialized view " + name
        case .index: (unlogged ? "Unlogged index " : "Index ") + name
        case .partitionedIndex: (unlogged ? "Unlogged partitioned index " : "Partitioned index ") + name
        case .sequence: (unlogged ? "Unlogged sequence " : "Sequence ") + name
        case .foreignTable: "Foreign table " + name
        case .compositeType: "Composite type " + name
        case .toastTable: "TOAST table " + name
        }
    }
}
