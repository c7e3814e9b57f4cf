public import PostgresCatalog
public import PostgresClient
public import Terminal

/// The tree of one database: schemas, groups of relations by kind, relations, partitions under their parent.
public struct TreePane: Sendable, Hashable {
    public enum Order: Sendable, Hashable { case name, size }

    /// The database being browsed.
    public var database: String?
    public var schemas: Remote<[Schema]> = .notAsked
    public var relations: [GroupKey: Remote<[Relation]>] = [:]
    public var expandedSchemas: Set<OID> = []
    public var expandedGroups: Set<GroupKey> = []
    /// Partitioned tables whose partitions are shown.
    public var expandedRelations: Set<OID> = []
    public var order: Order = .name
    public var filter = Filter()
    public private(set) var window = ScrollWindow()
    /// The relation that the cursor shall go to as soon as its list is there.
    var sought: RelationSubject?
    /// What the cursor stands on; kept while lists under it are replaced.
    private var anchor: TreeIdentity?
    /// The lines as shown; made anew by ``arrange(height:)`` only, so that drawing costs what is visible.
    public internal(set) var rows: [TreeRow] = []
    /// Partitioned tables that have partitions in the same list.
    public internal(set) var parents: Set<OID> = []

    public init(database: String? = nil) { self.database = database }

    public var selectedRow: TreeRow? { rows.indices.contains(window.cursor) ? rows[window.cursor] : nil }

    mutating func move(_ move: ScrollWindow.Move, height: Int) {
        window.apply(move, count: rows.count, height: height)
        anchor = selectedRow.flatMap(identity(of:))
    }

    /// The cursor goes to a relation, where that is shown.
    mutating func select(_ oid: OID, height: Int) {
        guard let index = rows.firstIndex(where: { identity(of: $0) == .relation(oid) }) else { return }
        move(.to(index), height: height)
    }

    mutating func scroll(by lines: Int, height: Int) {
        window.scroll(by: lines, count: rows.count, height: height)
        anchor = selectedRow.flatMap(identity(of:))
    }

    /// Takes new rows; the cursor follows what it stood on, or stays where it was if that is gone.
    mutating func show(_ rows: [TreeRow], height: Int) {
        self.rows = rows
        let index = anchor.flatMap { anchor in rows.firstIndex { identity(of: $0) == anchor } }
        move(index.map(ScrollWindow.Move.to) ?? .rows(0), height: height)
    }

    /// Opens what the relation under the cursor hangs from, so that it stays on the screen without the filter.
    mutating func revealSelection() {
        guard case .relation(let key, let index, _) = selectedRow, let relation = relation(key, index) else { return }
        reveal(relation.oid, in: key)
    }

    /// Opens what a relation hangs from.
    mutating func reveal(_ oid: OID, in key: GroupKey) {
        guard let list = relations[key]?.value else { return }
        expandedSchemas.insert(key.schema)
        expandedGroups.insert(key)
        var parent = list.first { $0.oid == oid }?.partitionOf
        while let oid = parent, expandedRelations.insert(oid).inserted {
            parent = list.first { $0.oid == oid }?.partitionOf
        }
    }

    /// Lists in collapsed groups are asked again when the group opens, rather than kept to grow old.
    mutating func forgetCollapsed() {
        let shown = groupsShown
        for key in relations.keys where !shown.contains(key) { relations[key] = nil }
    }

    /// The groups whose relations are on the screen; a filter looks into every one that is known.
    var groupsShown: Set<GroupKey> { filter.isActive ? expandedGroups.union(relations.keys) : expandedGroups }

    public func schema(at index: Int) -> Schema? {
        guard let schemas = schemas.value, schemas.indices.contains(index) else { return nil }
        return schemas[index]
    }

    public func schema(_ oid: OID) -> Schema? { schemas.value?.first { $0.oid == oid } }

    public func relation(_ key: GroupKey, _ index: Int) -> Relation? {
        guard let list = relations[key]?.value, list.indices.contains(index) else { return nil }
        return list[index]
    }

    /// The relation under the cursor with the schema it lies in.
    public var selectedRelation: (schema: Schema, relation: Relation)? {
        guard case .relation(let key, let index, _) = selectedRow, let schema = schema(key.schema),
            let relation = relation(key, index)
        else { return nil }
        return (schema, relation)
    }

    public func identity(of row: TreeRow) -> TreeIdentity? {
        switch row {
        case .schema(let index): schema(at: index).map { .schema($0.oid) }
        case .group(let key): .group(key)
        case .relation(let key, let index, _): relation(key, index).map { .relation($0.oid) }
        case .note(let key): .note(key)
        }
    }

    /// Whether the row opens and closes, and which it is at present; nil for a leaf.
    public func isExpanded(_ row: TreeRow) -> Bool? {
        switch row {
        case .schema(let index): schema(at: index).map { expandedSchemas.contains($0.oid) || filter.isActive }
        case .group(let key): expandedGroups.contains(key) || filter.isActive
        case .relation(let key, let index, _):
            relation(key, index).flatMap { parents.contains($0.oid) ? expandedRelations.contains($0.oid) || filter.isActive : nil }
        case .note: nil
        }
    }
}
