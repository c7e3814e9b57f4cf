internal import PostgresCatalog
internal import Terminal

/// A relation's indexes with their flags in words.
func indexesListing(_ facts: Described) -> Listing {
    let all = facts.description.indexes
    typealias Shown = Listing.Column<Index>
    var columns: [Shown] = [
        Shown("Index") { facts.text($0.name, .identifier) },
        Shown("Kind", shrinks: true) { StyledText(indexKind($0), $0.isValid ? facts.role() : .bad) },
        Shown("Method") { facts.text($0.accessMethod, .type) },
        Shown("Keys", shrinks: true) { keysText($0, facts) },
        Shown("Size", alignment: .right) { indexSize($0, facts) },
    ]
    if all.contains(where: { $0.tablespace != nil }) { columns.append(Shown("Tablespace") { facts.text($0.tablespace) }) }
    if all.contains(where: { $0.comment != nil }) {
        columns.append(Shown("Description", shrinks: true, grows: true) { facts.text($0.comment, .comment) })
    }
    return Listing(all, columns) { index in
        ListedObject(
            name: qualifiedName(facts.relation.schema, index.name), definition: facts.definitions?.indexes[index.oid].map { $0 + ";" })
    }
}

/// What an index is beyond its keys: `primary key, clustered, deferrable`.
func indexKind(_ index: Index) -> String {
    var words: [String] = []
    if !index.isValid { words.append("INVALID") }
    if index.isPrimary {
        words.append("primary key")
    } else if index.isExclusion {
        words.append("exclusion constraint")
    } else if index.isUnique {
        words.append(index.constraint == nil ? "unique" : "unique constraint")
    }
    if index.isNullsNotDistinct { words.append("nulls not distinct") }
    if index.isWithoutOverlaps { words.append("without overlaps") }
    if index.isPartial { words.append("partial") }
    if index.isDeferrable { words.append(index.isInitiallyDeferred ? "initially deferred" : "deferrable") }
    if index.isClustered { words.append("clustered") }
    if index.isReplicaIdentity { words.append("replica identity") }
    return words.joined(separator: ", ")
}

/// The server's own text, with order, operator classes, storage options and predicate, once it is there: it may stand behind a lock. Until
/// then the keys' names, where there is no expression and no predicate.
private func keysText(_ index: Index, _ facts: Described) -> StyledText {
    if let definition = facts.definitions?.indexes[index.oid] {
        return StyledText(outside: afterMethod(definition), facts.found.isStale ? .stale : facts.role())
    }
    let names = index.keys.compactMap(\.self)
    if names.count == index.keys.count, !index.isPartial {
        let included = index.included.isEmpty ? "" : " include (" + index.included.joined(separator: ", ") + ")"
        return StyledText(outside: names.joined(separator: ", ") + included, facts.role())
    }
    return facts.definition { definitions in definitions.indexes[index.oid].map(afterMethod) }
}

private func indexSize(_ index: Index, _ facts: Described) -> StyledText {
    if let exact = facts.definitions?.indexBytes[index.oid] {
        return StyledText(byteSize(exact), facts.found.isStale ? .stale : facts.role())
    }
    return StyledText(index.estimatedBytes.map { "~" + byteSize($0) } ?? "", facts.role())
}

/// `CREATE INDEX i ON t USING btree (lower(x)) WHERE y` told from its keys on.
private func afterMethod(_ definition: String) -> String {
    let words = definition.split(separator: " USING ", maxSplits: 1)
    guard words.count == 2, let space = words[1].firstIndex(of: " ") else { return definition }
    return String(words[1][words[1].index(after: space)...])
}
