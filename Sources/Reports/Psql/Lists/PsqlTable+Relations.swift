public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\dt` and its like.
    public init(_ relations: [ListedRelation], of list: RelationList, on server: ServerVersion) {
        let listsIndexes = list.kinds.contains(.indexes)
        // Since 14, where the list may hold a kind that has one.
        let showsAccessMethod = server.major >= 14 && !list.kinds.isDisjoint(with: [.tables, .materializedViews, .indexes])
        var headers = ["Schema", "Name", "Type", "Owner"]
        if listsIndexes { headers.append("Table") }
        if list.isVerbose { headers += ["Persistence"] + (showsAccessMethod ? ["Access method"] : []) + ["Size", "Description"] }
        let rows = relations.map { relation in
            var cells = [relation.schema, relation.name, relation.kind.reportName, relation.owner]
            if listsIndexes { cells.append(relation.indexedTable ?? "") }
            if list.isVerbose {
                cells.append("\(relation.persistence)")
                if showsAccessMethod { cells.append(relation.accessMethod ?? "") }
                cells += [relation.size ?? "", relation.comment ?? ""]
            }
            return cells
        }
        self.init(
            title: "List of \(list.psqlName(on: server))", columns: headers.map { Column($0) }, rows: rows, countsRows: true)
    }
}

extension RelationList {
    /// What psql says on stderr, in place of a table, where it found nothing.
    public func psqlNotFound(on server: ServerVersion) -> String {
        guard let pattern else { return "Did not find any \(psqlName(on: server))." }
        let noun = server.major >= 18 ? psqlName(on: server) : "relation"
        return "Did not find any \(noun) named \"\(pattern.text)\"."
    }

    /// Since 18 a list of one kind is called by it.
    fileprivate func psqlName(on server: ServerVersion) -> String {
        guard server.major >= 18, kinds.count == 1, let kind = kinds.first else { return "relations" }
        return switch kind {
        case .tables: "tables"
        case .indexes: "indexes"
        case .views: "views"
        case .materializedViews: "materialized views"
        case .sequences: "sequences"
        case .foreignTables: "foreign tables"
        }
    }
}
