import PostgresCatalog

extension PsqlDescription {
    var inheritsFooters: [String] { column("Inherits", relation.inherits.map(\.printed)) }

    /// Partitions or children: with `+` each, the default partition last; without their number.
    var childFooters: [String] {
        let children = relation.children
        let isPartitioned = relation.kind == .partitionedTable || relation.kind == .partitionedIndex
        if children.isEmpty { return isPartitioned ? ["Number of partitions: 0"] : [] }
        guard verbose else {
            return ["Number of \(isPartitioned ? "partitions" : "child tables"): \(children.count) (Use \\d+ to list them.)"]
        }
        let isDefault = { (child: ChildRelation) in definitions.childBounds[child.relation.oid] == "DEFAULT" }
        let ordered = children.filter { !isDefault($0) } + children.filter(isDefault)
        return column(isPartitioned ? "Partitions" : "Child tables", ordered.map(entry))
    }

    private func entry(of child: ChildRelation) -> String {
        var entry = child.relation.printed
        if let bound = definitions.childBounds[child.relation.oid] { entry += " " + bound }
        switch child.kind {
        case .partitionedTable, .partitionedIndex: entry += ", PARTITIONED"
        case .foreignTable where dialect.marksForeignChildren: entry += ", FOREIGN"
        default: break
        }
        return child.isDetachPending ? entry + " (DETACH PENDING)" : entry
    }
}
