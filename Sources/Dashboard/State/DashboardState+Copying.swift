internal import PostgresCatalog
internal import Reports
internal import Terminal

extension DashboardState {
    /// What `y` copies.
    var nameUnderCursor: String? {
        switch focus {
        case .databases: return databases.selected.map { quotedIdentifier($0.name) }
        case .tree:
            switch tree.selectedRow {
            case .schema(let index): return tree.schema(at: index).map { quotedIdentifier($0.name) }
            case .relation: return tree.selectedRelation.map { qualifiedName($0.schema.name, $0.relation.name) }
            case .group, .note, nil: return nil
            }
        case .describer:
            if let object = listedObject { return object.name }
            return describer.relation.map { qualifiedName($0.schema, $0.relation.name) }
        }
    }

    /// What `Y` copies, and how to call it: of the row under the describer's cursor, else of the relation described.
    var definitionUnderCursor: (text: String, words: String)? {
        guard focus != .databases else { return nil }
        if focus == .describer, let object = listedObject, let definition = object.definition {
            return (definition, "the definition of " + (object.name ?? "the row"))
        }
        guard let relation = describer.relation, let sql = relationSQL else { return nil }
        let words = "the definition of " + qualifiedName(relation.schema, relation.relation.name)
        return (sql.text, sql.missing.isEmpty ? words : words + " without what is behind a lock")
    }

    /// Whether ``definitionUnderCursor`` is there, without its text made.
    var hasDefinitionUnderCursor: Bool {
        guard focus != .databases else { return false }
        return (focus == .describer && listedObject?.definition != nil) || relationSQL != nil
    }

    mutating func copyDefinition() -> [Effect] {
        guard let (text, words) = definitionUnderCursor else { return [] }
        let lines = lineCount(text)
        return copy(text, "\(words): \(lines) line\(lines == 1 ? "" : "s"), \(byteSize(Int64(text.utf8.count)))")
    }
}
