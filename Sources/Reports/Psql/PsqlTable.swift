/// What psql's printer prints as one table: a title, cells under headers, footers.
public struct PsqlTable: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable {
        case left, right
    }

    public struct Column: Sendable, Hashable {
        public var header: String
        public var alignment: Alignment

        public init(_ header: String, _ alignment: Alignment = .left) {
            self.header = header
            self.alignment = alignment
        }
    }

    /// Centered above the table; nil prints none.
    public var title: String?
    public var columns: [Column]
    /// As many cells in each row as there are columns; NULL is the empty text, as psql prints it by default.
    public var rows: [[String]]
    /// Lines below the table, each printed as it stands.
    public var footers: [String]
    /// psql's `(n rows)`, printed where there are no footers.
    public var countsRows: Bool

    public init(title: String?, columns: [Column], rows: [[String]] = [], footers: [String] = [], countsRows: Bool = false) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.footers = footers
        self.countsRows = countsRows
    }
}
