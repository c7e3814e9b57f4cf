import PostgresClient

/// What pg_class believes about a relation's rows and pages, with the unknown told apart from zero.
///
/// Reads the columns `reltuples` and `main_fork_bytes`; where the latter was not asked for, both are unknown.
struct RelationEstimate {
    let rows: Double?
    let bytes: Int64?

    /// relpages times the block size as the column `main_fork_bytes` of a select list over `pg_class c`. psql's text has no sizes of single
    /// relations: only a full description asks for it.
    static func mainForkBytes(_ detail: DescriptionDetail) -> String {
        guard detail == .full else { return "NULL AS main_fork_bytes" }
        return "c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.*) pg_catalog.current_setting('block_size')::pg_catalog.int8"
            + " AS main_fork_bytes"
    }

    init(_ row: Row, kind: RelationKind, on server: ServerVersion) throws(DecodingFailure) {
        let tuples: Double = try row.value("reltuples")
        guard let pages: Int64 = try row.optional("main_fork_bytes") else {
            rows = nil
            bytes = nil
            return
        }
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
