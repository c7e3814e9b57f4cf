internal import PostgresCatalog
internal import Terminal

/// What a relation is divided into, and what it is a part of. The row of a relation leads to it.
func partitionsListing(_ facts: Described) -> Listing {
    let description = facts.description
    var rows: [PartitionRow] = []
    if let parent = description.partitionOf {
        rows.append(.partitionOf(parent))
        if !description.kind.isIndex { rows.append(.constraint) }
    }
    rows += description.inherits.map(PartitionRow.inherits)
    if description.kind == .partitionedTable { rows.append(.key) }
    rows += description.children.map(PartitionRow.child)

    typealias Shown = Listing.Column<PartitionRow>
    var columns: [Shown] = [
        Shown("Relation") { $0.name(facts) },
        Shown("Kind", shrinks: true) { $0.kind(facts) },
        Shown("Bound", shrinks: true, grows: true) { $0.bound(facts) },
    ]
    if !description.children.isEmpty {
        columns.append(Shown("Rows", alignment: .right) { $0.rows(facts) })
        columns.append(Shown("Size", alignment: .right) { $0.size(facts) })
    }
    return Listing(rows, columns) { row in
        let link = row.link(facts)
        return ListedObject(
            name: link.map { qualifiedName($0.relation.schema, $0.relation.name) } ?? row.bound(facts).plainText, link: link)
    }
}

/// A line of the tab; its cells are made when it is in view, since there may be thousands.
private enum PartitionRow {
    case partitionOf(PartitionParent)
    case constraint
    case inherits(RelationName)
    case key
    case child(ChildRelation)

    func link(_ facts: Described) -> RelationLink? {
        switch self {
        case .partitionOf(let parent):
            RelationLink(relation: parent.relation, kind: facts.description.kind.isIndex ? .partitionedIndex : .partitionedTable)
        case .inherits(let parent): RelationLink(relation: parent, kind: .table)
        case .child(let child): RelationLink(relation: child.relation, kind: child.kind ?? .table)
        case .constraint, .key: nil
        }
    }

    /// A relation's name, with its schema where that is another one; else what the line tells.
    func name(_ facts: Described) -> StyledText {
        guard let relation = link(facts)?.relation else {
            let words = if case .key = self { "partition key" } else { "partition constraint" }
            return StyledText(words, facts.role(.muted))
        }
        return facts.text(facts.shortName(of: relation), .identifier)
    }

    func kind(_ facts: Described) -> StyledText {
        switch self {
        case .partitionOf(let parent):
            parent.isDetachPending
                ? StyledText("partition of, being detached", .warning) : StyledText("partition of", facts.role(.muted))
        case .inherits: StyledText("inherits from", facts.role(.muted))
        case .child(let child): StyledText(words(child, facts), child.isDetachPending ? .warning : facts.role())
        case .constraint, .key: ""
        }
    }

    private func words(_ child: ChildRelation, _ facts: Described) -> String {
        var words = [child.isPartition ? "partition" : facts.description.kind.isIndex ? "index of a partition" : "inherits"]
        switch child.kind {
        case .partitionedTable, .partitionedIndex: words.append("partitioned")
        case .foreignTable: words.append("foreign")
        default: break
        }
        if child.isDetachPending { words.append("being detached") }
        return words.joined(separator: ", ")
    }

    func bound(_ facts: Described) -> StyledText {
        switch self {
        case .partitionOf: facts.description.kind.isIndex ? "" : facts.definition { $0.partitionBound }
        case .constraint: facts.definition { $0.partitionConstraint }
        case .key: facts.definition { $0.partitionKey }
        case .child(let child):
            child.isPartition && !facts.description.kind.isIndex ? facts.definition { $0.childBounds[child.relation.oid] } : ""
        case .inherits: ""
        }
    }

    func rows(_ facts: Described) -> StyledText {
        guard case .child(let child) = self else { return "" }
        return StyledText(child.estimatedRows.map { "~" + compactCount($0) } ?? "", facts.role())
    }

    func size(_ facts: Described) -> StyledText {
        guard case .child(let child) = self else { return "" }
        if let exact = facts.definitions?.childBytes[child.relation.oid] {
            return StyledText(byteSize(exact), facts.found.isStale ? .stale : facts.role())
        }
        return StyledText(child.estimatedBytes.map { "~" + byteSize($0) } ?? "", facts.role())
    }
}
