internal import PostgresCatalog

extension DescriberTab {
    /// How much a description has for this tab; nil for those that are not counted.
    func count(in description: RelationDescription) -> Int? {
        switch self {
        case .columns: description.columns.count
        case .indexes: description.indexes.count
        case .constraints: description.constraints.count + description.referencedBy.count
        case .triggers: description.triggers.count + description.rules.count
        case .access:
            (description.privileges?.count ?? 0) + description.columns.reduce(0) { $0 + ($1.privileges?.count ?? 0) }
                + description.policies.count
        // What it is a part of is listed with them, but no part of it.
        case .partitions where description.children.isEmpty && (description.partitionOf != nil || !description.inherits.isEmpty): nil
        case .partitions: description.children.count
        case .facts, .storage, .source, .rows: nil
        }
    }
}
