public import PostgresClient

/// A value as it came: whole, or its head with the length of the whole. NULL is the absence of one.
public struct Datum: Sendable, Hashable {
    /// As the type's output function prints it; of bytea hexadecimal digits, two a byte, without the `\x`.
    public var text: String
    /// The bytes of the whole, in the server's encoding, where this is only its head.
    public var wholeLength: Int?

    public init(_ text: String, wholeLength: Int? = nil) {
        self.text = text
        self.wholeLength = wholeLength
    }

    public var isCut: Bool { wholeLength != nil }
}

/// One row of a page.
public struct DataRow: Sendable, Hashable {
    /// One a column of the page; nil is NULL.
    public var values: [Datum?]
    public var locator: RowLocator

    public init(values: [Datum?], locator: RowLocator) {
        self.values = values
        self.locator = locator
    }
}

/// By what a row is found again.
public enum RowLocator: Sendable, Hashable {
    /// The values of its primary key.
    case key([String])
    /// tableoid and ctid: another row, or none, once it has been changed.
    case physical(table: OID, ctid: String)
    /// Its zero-based place in the first page, as the server happened to send it.
    case place(Int)
}

/// Where a page lies in the order of the primary key.
public enum PagePosition: Sendable, Hashable {
    case first, last
    /// Follows the row of this key.
    case after([String])
    /// Ends before the row of this key.
    case before([String])

    var isBackward: Bool {
        switch self {
        case .last, .before: true
        case .first, .after: false
        }
    }
}

/// Rows of a relation, less than a megabyte of them.
public struct RowPage: Sendable, Hashable {
    /// Those that the role may read.
    public var columns: [RowColumn]
    public var rows: [DataRow]
    public var position: PagePosition
    public var hasPrevious: Bool
    /// More rows follow, whether they can be asked for (see ``RowSource/paging``) or not.
    public var hasNext: Bool

    public init(columns: [RowColumn], rows: [DataRow], position: PagePosition, hasPrevious: Bool, hasNext: Bool) {
        self.columns = columns
        self.rows = rows
        self.position = position
        self.hasPrevious = hasPrevious
        self.hasNext = hasNext
    }
}
