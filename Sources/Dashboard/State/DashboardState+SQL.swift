internal import PostgresCatalog
internal import PostgresClient
internal import PostgresMonitor

// The statements that what is on the screen was asked by, as psql -E shows its own.
extension DashboardState {
    /// Opens a reader on the statements behind the pane that has the focus.
    mutating func showSQL() {
        guard let server = serverVersion else { return }
        let text = behindView.map { part in
            "-- \(part.title)\n" + part.statements(server).map(\.inlined).joined(separator: "\n\n")
        }.joined(separator: "\n\n")
        layers.append(.reader(ReaderOverlay("SQL, PostgreSQL \(server)", ReaderText(outside: text), at: now)))
    }

    /// Statements differ by the server's version: without it there are none to show.
    var serverVersion: ServerVersion? { link.server?.version ?? snapshot.value?.server.version }

    private typealias Part = (title: String, statements: (ServerVersion) -> [Statement])

    private var behindView: [Part] {
        switch (focus, describer.subject) {
        case (.databases, _), (.describer, .database), (.describer, .nothing):
            var parts: [Part] = [("the databases", { [DatabasesQuery().statement(on: $0)] })]
            if let database = databases.selected {
                parts.append(("the size of a database", { [DatabaseSizeQuery(database.oid).statement(on: $0)] }))
            }
            return parts
        case (.tree, _), (.describer, .schema):
            var parts: [Part] = [("the schemas", { [SchemasQuery().statement(on: $0)] })]
            if let key = tree.groupUnderCursor {
                let query = RelationsQuery(schema: key.schema, kinds: key.group.kinds)
                parts.append(("the \(key.group.title) of a schema", { [query.statement(on: $0)] }))
            }
            return parts
        case (.describer, .relation(let subject)) where describer.tab == .rows:
            let relation = subject.relation.oid
            var parts: [Part] = [
                (
                    "how its rows can be read",
                    { [RowSourceFactsQuery(relation).statement(on: $0), RowColumnsQuery(relation).statement(on: $0)] }
                )
            ]
            if let source = describer.rows.source, source.obstacle == nil {
                let query = RowPageQuery(source, describer.rows.page.value?.position ?? .first)
                parts.append(("the page of rows", { [query.statement(on: $0)] }))
            }
            return parts
        case (.describer, .relation(let subject)):
            let traits = RelationTraits(possibleFor: subject.knownKind)
            return [
                ("what never waits for a lock", { DescriptionQueries([subject.relation.oid], traits: traits).statements(on: $0) }),
                ("what may wait for a lock", { DefinitionQueries([subject.relation.oid], traits: traits).statements(on: $0) }),
            ]
        }
    }
}

extension TreePane {
    /// The group that the cursor stands on or in.
    fileprivate var groupUnderCursor: GroupKey? {
        switch selectedRow {
        case .group(let key), .relation(let key, _, _), .note(let key): key
        case .schema, nil: nil
        }
    }
}
