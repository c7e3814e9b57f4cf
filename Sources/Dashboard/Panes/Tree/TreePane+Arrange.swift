internal import PostgresCatalog
internal import PostgresClient

extension TreePane {
    /// Makes the rows anew after lists, expansion, order or filter changed; the cursor stays on what it stood on.
    mutating func arrange(height: Int) {
        let pattern = filter.pattern
        var arranged: [TreeRow] = []
        parents = []
        for (index, schema) in (schemas.value ?? []).enumerated() {
            var inside: [TreeRow] = []
            if pattern != nil || expandedSchemas.contains(schema.oid) {
                for group in schema.groups { append(group, of: schema, matching: pattern, to: &inside) }
            }
            guard pattern.map({ !inside.isEmpty || $0.matches(schema.name) }) ?? true else { continue }
            arranged.append(.schema(index))
            arranged.append(contentsOf: inside)
        }
        show(arranged, height: height)
    }

    private mutating func append(_ group: RelationGroup, of schema: Schema, matching pattern: FilterPattern?, to rows: inout [TreeRow]) {
        let key = GroupKey(schema: schema.oid, group: group)
        guard pattern == nil else {
            let found = relationRows(key, matching: pattern)
            if !found.isEmpty { rows += [.group(key)] + found }
            return
        }
        rows.append(.group(key))
        guard expandedGroups.contains(key) else { return }
        if relations[key]?.value == nil {
            rows.append(.note(key))
        } else {
            rows += relationRows(key, matching: nil)
        }
    }

    /// The relations of a group with partitions behind their parents. With a pattern, those that match and what they hang from.
    private mutating func relationRows(_ key: GroupKey, matching pattern: FilterPattern?) -> [TreeRow] {
        guard let list = relations[key]?.value else { return [] }
        var positions: [OID: Int] = [:]
        var children: [OID: [Int]] = [:]
        if list.contains(where: { $0.partitionOf != nil }) {
            for (index, relation) in list.enumerated() { positions[relation.oid] = index }
            for (index, relation) in list.enumerated() {
                if let parent = relation.partitionOf, positions[parent] != nil { children[parent, default: []].append(index) }
            }
            parents.formUnion(children.keys)
        }
        var rows: [TreeRow] = []
        rows.reserveCapacity(list.count)

        func visit(_ index: Int, depth: Int) {
            let relation = list[index]
            let start = rows.count
            rows.append(.relation(key, index: index, depth: depth))
            if let inner = children[relation.oid], pattern != nil || expandedRelations.contains(relation.oid) {
                for child in sorted(inner, in: list) { visit(child, depth: depth + 1) }
            }
            if let pattern, rows.count == start + 1, !pattern.matches(relation.name) { rows.removeLast() }
        }

        let roots = list.indices.filter { index in list[index].partitionOf.map { positions[$0] == nil } ?? true }
        for index in sorted(roots, in: list) { visit(index, depth: 0) }
        return rows
    }

    private func sorted(_ indices: [Int], in list: [Relation]) -> [Int] {
        switch order {
        // The server sends each list by name.
        case .name: indices
        case .size: indices.sorted { (list[$0].estimatedBytes ?? -1) > (list[$1].estimatedBytes ?? -1) }
        }
    }
}
