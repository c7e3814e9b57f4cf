internal import PostgresCatalog
internal import Terminal

func indexesListing(_ description: RelationDescription, _ facts: DefinitionFaces, _ role: Role) -> Listing {
    let rows = description.indexes.map { index -> [StyledText] in
        [
            StyledText(outside: index.name, role == .stale ? .stale : .identifier),
            StyledText(indexKind(index), index.isValid ? role : .bad),
            StyledText(outside: index.accessMethod, role == .stale ? .stale : .type),
            keysText(index, facts, role),
            StyledText(index.estimatedBytes.map { "~" + byteSize($0) } ?? "", role),
            StyledText(outside: index.comment ?? "", .comment),
        ]
    }
    return Listing(
        [
            .init(title: "Index"), .init(title: "Kind"), .init(title: "Method"), .init(title: "Keys", shrinks: true),
            .init(title: "Size"), .init(title: "Description", shrinks: true, grows: true),
        ], rows: rows)
}

private func indexKind(_ index: Index) -> String {
    let kind = index.isPrimary ? "primary key" : index.isExclusion ? "exclusion" : index.isUnique ? "unique" : ""
    return index.isValid ? kind : kind.isEmpty ? "INVALID" : kind + ", INVALID"
}

/// The server's own text, with order, operator classes, storage options and predicate, once it is there: it may stand behind a lock. Until
/// then the keys' names, where there is no expression and no predicate.
private func keysText(_ index: Index, _ facts: DefinitionFaces, _ role: Role) -> StyledText {
    if let definition = facts.found.value?.definitions.indexes[index.oid] {
        return StyledText(outside: afterMethod(definition), facts.found.isStale ? .stale : role)
    }
    let names = index.keys.compactMap(\.self)
    if names.count == index.keys.count, !index.isPartial {
        let included = index.included.isEmpty ? "" : " include (" + index.included.joined(separator: ", ") + ")"
        return StyledText(outside: names.joined(separator: ", ") + included, role)
    }
    return facts.text { definitions in definitions.indexes[index.oid].map(afterMethod) }
}

/// `CREATE INDEX i ON t USING btree (lower(x)) WHERE y` told from its keys on.
private func afterMethod(_ definition: String) -> String {
    let words = definition.split(separator: " USING ", maxSplits: 1)
    guard words.count == 2, let space = words[1].firstIndex(of: " ") else { return definition }
    return String(words[1][words[1].index(after: space)...])
}
