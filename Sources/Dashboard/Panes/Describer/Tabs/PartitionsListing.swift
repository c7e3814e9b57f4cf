internal import PostgresCatalog
internal import Terminal

/// What a relation is divided into, and what it is a part of. The row of a relation leads to it.
func partitionsListing(_ facts: Described) -> Listing {
    typealias Shown = Listing.Column<PartitionRow>
    let rows = partitionRows(facts)
    var columns: [Shown] = [
        Shown("Relation") { $0.name },
        Shown("Kind", shrinks: true) { $0.kind },
        Shown("Bound", shrinks: true, grows: true) { $0.bound },
    ]
    if !facts.description.children.isEmpty {
        columns.append(Shown("Rows", alignment: .right) { $0.rows })
        columns.append(Shown("Size", alignment: .right) { $0.size })
    }
    return Listing(rows, columns) { row in
        ListedObject(name: row.link.map { qualifiedName($0.relation.schema, $0.relation.name) } ?? row.bound.plainText, link: row.link)
    }
}

private struct PartitionRow {
    var name: StyledText
    var kind: StyledText = ""
    var bound: StyledText = ""
    var rows: StyledText = ""
    var size: StyledText = ""
    var link: RelationLink?
}

private func partitionRows(_ facts: Described) -> [PartitionRow] {
    let description = facts.description
    var rows: [PartitionRow] = []
    if let parent = description.partitionOf {
        rows.append(
            PartitionRow(
                name: relationText(parent.relation, facts),
                kind: StyledText(
                    parent.isDetachPending ? "partition of, being detached" : "partition of",
                    parent.isDetachPending ? .warning : facts.role(.muted)),
                bound: facts.definition { $0.partitionBound },
                link: RelationLink(relation: parent.relation, kind: description.kind.isIndex ? .partitionedIndex : .partitionedTable)))
        if !description.kind.isIndex {
            rows.append(
                PartitionRow(
                    name: StyledText("partition constraint", facts.role(.muted)), bound: facts.definition { $0.partitionConstraint }))
        }
    }
    rows += description.inherits.map { parent in
        PartitionRow(
            name: relationText(parent, facts), kind: StyledText("inherits from", facts.role(.muted)),
            link: RelationLink(relation: parent, kind: .table))
    }
    if description.kind == .partitionedTable {
        rows.append(PartitionRow(name: StyledText("partition key", facts.role(.muted)), bound: facts.definition { $0.partitionKey }))
    }
    return rows + description.children.map { childRow($0, facts) }
}

private func childRow(_ child: ChildRelation, _ facts: Described) -> PartitionRow {
    var words = [child.isPartition ? "partition" : facts.description.kind.isIndex ? "index of a partition" : "inherits"]
    switch child.kind {
    case .partitionedTable, .partitionedIndex: words.append("partitioned")
    case .foreignTable: words.append("foreign")
    default: break
    }
    if child.isDetachPending { words.append("being detached") }
    let isStale = facts.found.isStale
    let exact = facts.definitions?.childBytes[child.relation.oid].map { StyledText(byteSize($0), isStale ? .stale : facts.role()) }
    return PartitionRow(
        name: relationText(child.relation, facts),
        kind: StyledText(words.joined(separator: ", "), child.isDetachPending ? .warning : facts.role()),
        bound: child.isPartition && !facts.description.kind.isIndex ? facts.definition { $0.childBounds[child.relation.oid] } : "",
        rows: StyledText(child.estimatedRows.map { "~" + compactCount($0) } ?? "", facts.role()),
        size: exact ?? StyledText(child.estimatedBytes.map { "~" + byteSize($0) } ?? "", facts.role()),
        link: RelationLink(relation: child.relation, kind: child.kind ?? .table))
}

/// A relation's name, with its schema where that is another one.
private func relationText(_ relation: RelationName, _ facts: Described) -> StyledText {
    facts.text(relation.schema == facts.relation.schema ? relation.name : relation.schema + "." + relation.name, .identifier)
}
