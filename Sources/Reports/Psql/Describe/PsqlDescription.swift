public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// What psql's `\d+` prints of a relation, or with `verbose` false its `\d`, in the words and order of psql of the server's own major.
    ///
    /// - Parameter definitions: of the same relation; what is missing from them is missing from the table, as if it were empty.
    public init(
        describing description: RelationDescription, _ definitions: RelationDefinitions, on server: ServerVersion, verbose: Bool
    ) {
        let described = PsqlDescription(
            relation: description, definitions: definitions, dialect: PsqlDialect(major: server.major), verbose: verbose)
        if let sequence = description.sequence, description.kind == .sequence {
            self = described.table(of: sequence)
        } else {
            self.init(title: described.title, columns: described.headers, rows: described.rows, footers: described.footers)
        }
    }
}

/// A relation on its way into psql's words. Each group of footers has a file of its own.
struct PsqlDescription {
    let relation: RelationDescription
    let definitions: RelationDefinitions
    let dialect: PsqlDialect
    let verbose: Bool

    var footers: [String] {
        var footers = partitionFooters
        switch relation.kind {
        case .index, .partitionedIndex: footers += indexFooters
        case .table, .materializedView, .foreignTable, .partitionedTable, .toastTable:
            footers += indexListFooters + checkFooters + foreignKeyFooters + referencedByFooters + policyFooters + statisticsFooters
            footers += ruleFooters + publicationFooters + notNullFooters
        case .view, .sequence, .compositeType: break
        }
        footers += viewFooters + triggerFooters
        switch relation.kind {
        case .table, .materializedView, .foreignTable, .partitionedTable, .partitionedIndex, .toastTable:
            footers += foreignServerFooters + inheritsFooters + childFooters + storageFooters
        case .view, .index, .sequence, .compositeType: break
        }
        return footers + optionFooters
    }

    /// A heading and what stands under it; nothing where nothing does.
    func list(_ heading: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : [heading] + lines }

    /// Behind a label the first, under it the others, with commas between.
    func column(_ label: String, _ entries: [String]) -> [String] {
        let indent = String(repeating: " ", count: label.utf8.count)
        return entries.enumerated().map { index, entry in
            (index == 0 ? label + ": " : indent + "  ") + entry + (index == entries.count - 1 ? "" : ",")
        }
    }
}

extension RelationName {
    /// As regclass prints it.
    var printed: String { regclass ?? schema + "." + name }
}

extension String {
    /// What stands behind the first `marker`, or all of it where there is none. By bytes, so that a combining mark hides nothing, and step by
    /// step, since Swift's own search makes its types anew at each start.
    func after(_ marker: String) -> String {
        var rest = utf8[...]
        while !rest.starts(with: marker.utf8) { guard rest.popFirst() != nil else { return self } }
        return String(decoding: rest.dropFirst(marker.utf8.count), as: UTF8.self)
    }
}
