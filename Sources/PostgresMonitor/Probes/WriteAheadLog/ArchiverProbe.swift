public import PostgresClient

/// Whether finished files of the write-ahead log are archived, and what failed (pg_stat_archiver). Anyone may read it.
public struct ArchiverProbe: Probe {
    public static let name: ProbeName = "archiver"
    public static let topics: Set<Topic> = [.health]
    public static let right = Right.select("pg_catalog.pg_stat_archiver")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.current_setting('archive_mode') AS mode, a.archived_count, a.last_archived_wal,
              extract(epoch FROM a.last_archived_time) AS last_archived_time, a.failed_count, a.last_failed_wal,
              extract(epoch FROM a.last_failed_time) AS last_failed_time, extract(epoch FROM a.stats_reset) AS reset
            FROM pg_catalog.pg_stat_archiver a
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Archiver {
        let row = try rows.only("mode")
        return Archiver(
            mode: try row.value("mode"), archived: try row.value("archived_count"), lastArchivedFile: try row.optional("last_archived_wal"),
            lastArchived: try row.optional("last_archived_time"), failed: try row.value("failed_count"),
            lastFailedFile: try row.optional("last_failed_wal"), lastFailed: try row.optional("last_failed_time"),
            resetAt: try row.optional("reset"))
    }
}

/// Totals since ``resetAt``; points in time are seconds since the epoch.
public struct Archiver: Sendable, Hashable, Codable {
    /// archive_mode: `off`, `on`, `always`.
    public var mode: String
    public var archived: Int64
    public var lastArchivedFile: String?
    public var lastArchived: Double?
    public var failed: Int64
    public var lastFailedFile: String?
    public var lastFailed: Double?
    public var resetAt: Double?

    public init(
        mode: String, archived: Int64 = 0, lastArchivedFile: String? = nil, lastArchived: Double? = nil, failed: Int64 = 0,
        lastFailedFile: String? = nil, lastFailed: Double? = nil, resetAt: Double? = nil
    ) {
        self.mode = mode
        self.archived = archived
        self.lastArchivedFile = lastArchivedFile
        self.lastArchived = lastArchived
        self.failed = failed
        self.lastFailedFile = lastFailedFile
        self.lastFailed = lastFailed
        self.resetAt = resetAt
    }

    /// Whether the last attempt failed: it is repeated until it succeeds.
    public var isFailing: Bool { mode != "off" && lastFailed.map { $0 > lastArchived ?? 0 } ?? false }
}

extension Snapshot {
    public var archiver: Reading<Archiver> { self[ArchiverProbe.self] }
}
