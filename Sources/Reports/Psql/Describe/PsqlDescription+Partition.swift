import PostgresCatalog

extension PsqlDescription {
    /// What it is a partition of, its key where it is partitioned itself, and for a TOAST table its owner.
    var partitionFooters: [String] {
        var footers: [String] = []
        if relation.isPartition, let parent = relation.partitionOf {
            footers.append(
                "Partition of: \(parent.relation.printed) \(definitions.partitionBound ?? "")"
                    + (parent.isDetachPending ? " DETACH PENDING" : ""))
            if verbose {
                let constraint = definitions.partitionConstraint ?? ""
                footers.append(constraint.isEmpty ? "No partition constraint" : "Partition constraint: \(constraint)")
            }
        }
        if relation.kind == .partitionedTable { footers.append("Partition key: \(definitions.partitionKey ?? "")") }
        if relation.kind == .toastTable, let owner = relation.toastOwner {
            footers.append("Owning table: \"\(owner.schema).\(owner.name)\"")
        }
        return footers
    }
}
