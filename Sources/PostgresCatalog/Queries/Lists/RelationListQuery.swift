public import PostgresClient

/// The relations of psql's `\dt` and its like, in its order.
///
/// A verbose list asks pg_table_size of each, which waits behind an ACCESS EXCLUSIVE lock.
public struct RelationListQuery: RowQuery {
    public let list: RelationList

    public init(_ list: RelationList) { self.list = list }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(
            list.pattern, name: "c.relname", schema: "n.nspname", visibility: PatternConditions.isVisible)
        let kinds = "c.relkind OPERATOR(pg_catalog.=) ANY ($\(conditions.parameters.count + 1)::pg_catalog.\"char\"[])"
        let listsIndexes = list.kinds.contains(.indexes)
        // A query of its own, so that the size is asked for once.
        return Statement(
            """
            SELECT l.*\(list.isVerbose ? ", pg_catalog.pg_size_pretty(l.bytes) AS size" : "")
            FROM (
              SELECT c.oid, n.nspname, c.relname, c.relkind, pg_catalog.pg_get_userbyid(c.relowner) AS owner, c.relpersistence,
                \(listsIndexes ? "t.relname" : "NULL") AS indexed_table,
                \(list.isVerbose ? "a.amname, pg_catalog.pg_table_size(c.oid) AS bytes, d.description" : "NULL AS amname")
              FROM pg_catalog.pg_class c
                LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                \(listsIndexes ? Self.indexedTable : "")
                \(list.isVerbose ? Self.details : "")
              \(PatternConditions.whereClause([kinds] + exclusions(on: server) + conditions.clauses))
            ) l
            ORDER BY l.nspname, l.relname
            """, conditions.parameters + [.codes(relkinds(on: server))])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedRelation {
        var relation = ListedRelation(
            oid: try row.value("oid"), schema: try row.optional("nspname") ?? "", name: try row.value("relname"),
            kind: try row.value("relkind"), owner: try row.value("owner"), indexedTable: try row.optional("indexed_table"),
            persistence: try row.value("relpersistence"), accessMethod: try row.optional("amname"))
        if list.isVerbose {
            relation.bytes = try row.optional("bytes")
            relation.size = try row.optional("size")
            relation.comment = try row.optional("description")
        }
        return relation
    }

    private static let indexedTable = """
        LEFT JOIN pg_catalog.pg_index i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid
            LEFT JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) i.indrelid
        """

    private static let details = """
        LEFT JOIN pg_catalog.pg_am a ON a.oid OPERATOR(pg_catalog.=) c.relam
            LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) c.oid
              AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.objsubid OPERATOR(pg_catalog.=) 0
        """

    private var narrowsNothing: Bool { list.pattern != nil || list.showsSystem }

    private func relkinds(on server: ServerVersion) -> [Character] {
        var kinds: [RelationKind] = []
        for kind in RelationList.Kind.allCases where list.kinds.contains(kind) {
            switch kind {
            // TOAST tables since 14.
            case .tables: kinds += [.table, .partitionedTable] + (narrowsNothing && server.major >= 14 ? [.toastTable] : [])
            case .indexes: kinds += [.index, .partitionedIndex]
            case .views: kinds.append(.view)
            case .materializedViews: kinds.append(.materializedView)
            case .sequences: kinds.append(.sequence)
            case .foreignTables: kinds.append(.foreignTable)
            }
        }
        return kinds.map(\.rawValue)
    }

    private func exclusions(on server: ServerVersion) -> [String] {
        let noToast = "n.nspname OPERATOR(pg_catalog.!~) '^pg_toast'"
        guard !narrowsNothing else { return server.major < 14 ? [noToast] : [] }
        return [
            "n.nspname OPERATOR(pg_catalog.<>) 'pg_catalog'", noToast, "n.nspname OPERATOR(pg_catalog.<>) 'information_schema'",
        ]
    }
}
