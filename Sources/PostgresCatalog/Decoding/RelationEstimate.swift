import PostgresClient

/// What pg_class believes about a relation's rows and pages, with the unknown told apart from zero.
///
/// Reads the columns `relkind`, `reltuples` and `main_fork_bytes` (relpages times the block size).
struct RelationEstimate {
    let rows: Double?
    let bytes: Int64?

    init(_ row: Row, kind: RelationKind, on server: ServerVersion) throws(DecodingFailure) {
        let tuples: Double = try row.value("reltuples")
        let pages: Int64 = try row.value("main_fork_bytes")
        // Before 14 a relation never vacuumed or analyzed has 0 tuples in 0 pages; since then -1 tuples.
        let isKnown = server.major >= 14 ? tuples >= 0 : (tuples > 0 || pages > 0)
        rows = kind.holdsRows && isKnown ? tuples : nil
        bytes = kind.hasStorage && (isKnown || !kind.holdsRows) ? pages : nil
    }
}

extension RelationKind {
    /// Kinds whose reltuples counts rows.
    fileprivate var holdsRows: Bool {
        switch self {
        case .table, .partitionedTable, .materializedView, .foreignTable, .toastTable: true
        case .view, .index, .partitionedIndex, .sequence, .compositeType: false
        }
    }

    /// Kinds with a main fork of their own.
    var hasStorage: Bool {
        switch self {
        case .table, .materializedView, .toastTable, .index, .sequence: true
        case .partitionedTable, .foreignTable, .view, .partitionedIndex, .compositeType: false
        }
    }
}
