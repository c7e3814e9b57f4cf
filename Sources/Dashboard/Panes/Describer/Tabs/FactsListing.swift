internal import PostgresCatalog
internal import Terminal

/// What an index or a sequence is.
func factsOfIndexOrSequence(_ facts: Described) -> Listing {
    let description = facts.description
    var rows: [FactRow] = []
    if let table = description.indexedTable { rows.append(FactRow("table", RelationLink(relation: table, kind: .table), facts)) }
    if let index = description.index {
        rows.append(FactRow("kind", StyledText(indexKind(index).isEmpty ? "index" : indexKind(index), index.isValid ? facts.role() : .bad)))
        rows.append(FactRow("access method", facts.text(index.accessMethod, .type)))
        rows.append(FactRow("definition", facts.definition { $0.indexes[index.oid] }))
        if index.isPartial { rows.append(FactRow("predicate", facts.definition { $0.indexPredicate })) }
    }
    if let parent = description.partitionOf {
        let link = RelationLink(relation: parent.relation, kind: description.kind.isIndex ? .partitionedIndex : .partitionedTable)
        rows.append(FactRow("partition of", link, facts))
    }
    if let sequence = description.sequence { rows += sequenceRows(sequence, facts) }
    return factsListing(rows, facts)
}

private func sequenceRows(_ sequence: SequenceParameters, _ facts: Described) -> [FactRow] {
    var rows: [FactRow] = []
    if let owner = sequence.owner {
        let link = RelationLink(relation: owner.relation, kind: .table)
        let words = owner.isIdentity ? "identity of" : "owned by"
        rows.append(FactRow(words, StyledText(outside: "-> " + owner.text, facts.role(.key)), copied: owner.text, link: link))
    } else {
        rows.append(FactRow("owned by", facts.text("no column", .muted)))
    }
    rows.append(FactRow("type", facts.text(sequence.type, .type)))
    let numbers = [
        ("start", sequence.start), ("minimum", sequence.minimum), ("maximum", sequence.maximum), ("increment", sequence.increment),
        ("cache", sequence.cache),
    ]
    rows += numbers.map { FactRow($0.0, facts.text(String($0.1), .literal)) }
    rows.append(FactRow("cycles", facts.text(sequence.cycles ? "yes: it begins anew after its last value" : "no")))
    return rows
}
