public import PostgresCatalog
internal import PostgresClient

/// The names of all relations, columns and functions of one or more databases, as they come in.
///
/// Kept small: names once each in one buffer, sixteen bytes a relation, four a column.
public struct NameIndex: Sendable {
    /// Names that are searched.
    private(set) var names = NamePool()
    /// Texts that are only shown: the arguments of functions.
    private(set) var texts = NamePool()
    private(set) var databases: [DatabaseNames] = []

    public init() {}

    /// What is added from here on belongs to this database.
    public mutating func begin(_ database: String) {
        databases.append(DatabaseNames(name: names.intern(database)))
    }

    /// Relations in the order of their OIDs, the lowest first.
    public mutating func add(_ relations: [CatalogRelation]) {
        guard let last = databases.indices.last else { return }
        for relation in relations {
            let entry = entry(relation.oid, relation.schema, relation.name)
            databases[last].relations.append(.init(entry: entry, kind: relation.kind))
        }
    }

    /// The columns of relations that are there, in the order of their OIDs; of one that is not there they are passed over.
    public mutating func add(_ columns: [CatalogColumns]) {
        guard let last = databases.indices.last else { return }
        for group in columns {
            guard let relation = databases[last].position(of: group.relation) else { continue }
            databases[last].groups.append(.init(relation: UInt32(relation), start: UInt32(databases[last].columns.count)))
            for name in group.names { databases[last].columns.append(names.intern(name)) }
        }
    }

    public mutating func add(_ functions: [CatalogFunction]) {
        guard let last = databases.indices.last else { return }
        for function in functions {
            let entry = entry(function.oid, function.schema, function.name)
            databases[last].functions.append(.init(entry: entry, kind: function.kind, arguments: texts.intern(function.arguments)))
        }
    }

    private mutating func entry(_ oid: OID, _ schema: String, _ name: String) -> DatabaseNames.Entry {
        DatabaseNames.Entry(
            oid: oid.rawValue, name: names.intern(name), schema: names.intern(schema), isSystem: isSystemSchema(schema))
    }

    /// All is there: gives back what only adding needs.
    public mutating func seal() {
        names.seal()
        texts.seal()
    }

    /// All relations, columns and functions in it.
    public var count: Int { databases.reduce(0) { $0 + $1.relations.count + $1.columns.count + $1.functions.count } }

    /// The databases begun, in that order.
    public var databaseNames: [String] { databases.map { names.text(of: $0.name) } }
}

/// The names of one database.
struct DatabaseNames: Sendable {
    /// What relations and functions have in common.
    struct Entry: Sendable {
        let oid: UInt32
        let name: NameID
        let schema: NameID
        let isSystem: Bool
    }

    struct Relation: Sendable {
        let entry: Entry
        let kind: RelationKind
    }

    struct Function: Sendable {
        let entry: Entry
        let kind: FunctionKind
        let arguments: NameID
    }

    /// The columns of one relation: from `start` to the next group's.
    struct ColumnGroup: Sendable {
        let relation: UInt32
        let start: UInt32
    }

    let name: NameID
    var relations: [Relation] = []
    var functions: [Function] = []
    var columns: [NameID] = []
    var groups: [ColumnGroup] = []

    func columns(of group: Int) -> Range<Int> {
        Int(groups[group].start)..<(group + 1 < groups.count ? Int(groups[group + 1].start) : columns.count)
    }

    /// Where the relation of that OID stands; they are in the order of their OIDs.
    func position(of oid: OID) -> Int? {
        var low = 0
        var high = relations.count
        while low < high {
            let middle = (low + high) / 2
            if relations[middle].entry.oid < oid.rawValue { low = middle + 1 } else { high = middle }
        }
        return low < relations.count && relations[low].entry.oid == oid.rawValue ? low : nil
    }
}
