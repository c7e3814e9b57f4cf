import PostgresClient

/// How the rows of a relation can be read by the present role: what a statement over them is built from. Asking for it reads no row and
/// waits for no lock.
public struct RowSource: Sendable, Hashable {
    public var facts: RowSourceFacts
    /// pg_attribute, without the dropped ones, in their order.
    public var columns: [RowColumn]

    public init(facts: RowSourceFacts, columns: [RowColumn]) {
        self.facts = facts
        self.columns = columns
    }

    /// The columns that the role may read: those that a page shows.
    public var readable: [RowColumn] { columns.filter(\.mayRead) }

    /// The columns that it may not read, and that a page leaves out.
    public var hidden: [RowColumn] { columns.filter { !$0.mayRead } }

    /// Why no row can be read at all; nil where they can.
    public var obstacle: RowObstacle? {
        switch facts.kind {
        case .index, .partitionedIndex, .compositeType: return .holdsNoRows
        case .table, .partitionedTable, .view, .materializedView, .sequence, .foreignTable, .toastTable: break
        }
        if !facts.mayUseSchema { return .noUsage }
        if columns.isEmpty { return .noColumns }
        if readable.isEmpty { return .noSelect }
        return facts.isPopulated ? nil : .notPopulated
    }

    /// Whether reading runs functions that others wrote with a superuser's rights: the expressions of a view, the wrapper of a foreign table.
    public var wantsConsent: Bool {
        facts.isSuperuser && (facts.kind == .view || facts.kind == .foreignTable || facts.hasForeignDescendants)
    }

    /// How its rows are walked through, page by page.
    public var paging: Paging {
        guard !facts.key.isEmpty else { return .firstPage(.noPrimaryKey) }
        var parts: [KeyPart] = []
        for key in facts.key {
            guard let column = columns.first(where: { $0.number == key.column }), column.mayRead else {
                return .firstPage(.hiddenKey)
            }
            // regproc and regoper print a name that several functions or operators may have: it does not lead back.
            guard ![24, 2203].contains(column.baseType.rawValue) else { return .firstPage(.ambiguousKey) }
            guard let schema = key.operatorSchema else { return .firstPage(.unusualOrder) }
            parts.append(KeyPart(column: column, operatorSchema: schema))
        }
        return .keyset(parts)
    }

    public enum Paging: Sendable, Hashable {
        /// From one key to the next, forward and backward, in the order of the primary key.
        case keyset([KeyPart])
        /// There is nothing to go on from: the first page alone, in no promised order.
        case firstPage(Reason)

        public enum Reason: Sendable, Hashable {
            case noPrimaryKey
            /// A column of the primary key may not be read.
            case hiddenKey
            /// The key's operator class does not order by `<` and `>`.
            case unusualOrder
            /// The text of a key's value may stand for several.
            case ambiguousKey
        }
    }

    public struct KeyPart: Sendable, Hashable {
        public var column: RowColumn
        /// The schema of the five comparison operators of its type.
        public var operatorSchema: String
    }
}

/// Why the rows of a relation cannot be read.
public enum RowObstacle: Sendable, Hashable {
    /// An index, a composite type.
    case holdsNoRows
    case noColumns
    /// No USAGE on the schema.
    case noUsage
    /// SELECT neither on the relation nor on any column.
    case noSelect
    /// A materialized view created or refreshed WITH NO DATA.
    case notPopulated
}

/// What pg_class, pg_index and the privilege functions say about the reading of a relation.
public struct RowSourceFacts: Sendable, Hashable {
    public var relation: RelationName
    public var kind: RelationKind
    /// current_user.
    public var role: String
    public var isSuperuser: Bool
    /// USAGE on the schema.
    public var mayUseSchema: Bool
    /// SELECT on the relation as a whole: with it its system columns can be read, too.
    public var maySelect: Bool
    /// relispopulated: false only for a materialized view without data.
    public var isPopulated: Bool
    /// row_security_active: policies decide which rows this role gets to see.
    public var hasRowSecurity: Bool
    /// A partition or child, at any depth, is a foreign table.
    public var hasForeignDescendants: Bool
    /// The columns of the primary key in its order; empty without one, or where it is no btree (WITHOUT OVERLAPS).
    public var key: [Key]

    public struct Key: Sendable, Hashable {
        /// attnum.
        public var column: Int
        /// The schema that holds all of `<`, `<=`, `=`, `>=` and `>` of its operator class; nil where they are called otherwise.
        public var operatorSchema: String?

        public init(column: Int, operatorSchema: String?) {
            self.column = column
            self.operatorSchema = operatorSchema
        }
    }

    public init(
        relation: RelationName, kind: RelationKind, role: String, isSuperuser: Bool = false, mayUseSchema: Bool = true,
        maySelect: Bool = true, isPopulated: Bool = true, hasRowSecurity: Bool = false, hasForeignDescendants: Bool = false, key: [Key] = []
    ) {
        self.relation = relation
        self.kind = kind
        self.role = role
        self.isSuperuser = isSuperuser
        self.mayUseSchema = mayUseSchema
        self.maySelect = maySelect
        self.isPopulated = isPopulated
        self.hasRowSecurity = hasRowSecurity
        self.hasForeignDescendants = hasForeignDescendants
        self.key = key
    }
}
