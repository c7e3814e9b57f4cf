public import PostgresClient

/// How far long commands have come (pg_stat_progress_vacuum, _analyze, _create_index, _cluster, _copy from 14 on, _basebackup), in one
/// list.
///
/// Anyone sees that there are some; what they do only members of the session's role and of pg_read_all_stats.
public struct ProgressProbe: Probe {
    public static let name: ProbeName = "progress"
    public static let topics: Set<Topic> = [.progress]
    public static let right = Right.role("pg_read_all_stats")

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        var views = [
            Self.vacuum(countsIndexes: server >= ServerVersion(major: 17)), Self.analyze, Self.createIndex, Self.cluster, Self.baseBackup,
        ]
        if server >= ServerVersion(major: 14) { views.append(Self.copy) }
        return Statement(
            """
            SELECT p.kind, p.pid, p.datname, n.nspname AS schema, c.relname AS name, p.relid, p.command, p.phase, p.done, p.aim, p.unit,
              extract(epoch FROM a.query_start) AS query_start, pg_catalog.count(*) OVER () AS total
            FROM (\(views.joined(separator: "\nUNION ALL "))) p(kind, pid, datname, relid, command, phase, done, aim, unit)
              LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) p.pid
              LEFT JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) p.relid
                AND p.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            ORDER BY a.query_start, p.pid
            LIMIT \(LimitedList<CommandProgress>.limit)
            """)
    }

    /// One view: each way to count with its phases, the first that fits; without phases it fits always.
    private static func view(
        _ kind: CommandProgress.Kind, _ name: String, database: String = "v.datname", relation: String = "v.relid", command: String,
        phase: String = "v.phase", _ ways: [(phases: [String], done: String, aim: String, unit: CommandProgress.Unit)]
    ) -> String {
        let cases = { (value: ((phases: [String], done: String, aim: String, unit: CommandProgress.Unit)) -> String) in
            let branches = ways.map { way in
                let condition =
                    way.phases.isEmpty
                    ? "true" : way.phases.map { "pg_catalog.strpos(\(phase), '\($0)') OPERATOR(pg_catalog.>) 0" }.joined(separator: " OR ")
                return "WHEN \(condition) THEN \(value(way))"
            }
            return "CASE \(branches.joined(separator: " ")) END"
        }
        return """
            SELECT '\(kind.rawValue)', v.pid, \(database), \(relation), \(command), \(phase), \(cases { $0.done }), \(cases { $0.aim }),
              \(cases { "'\($0.unit.rawValue)'" }) FROM pg_catalog.pg_stat_progress_\(name) v
            """
    }

    private static func vacuum(countsIndexes: Bool) -> String {
        view(
            .vacuum, "vacuum", command: "'VACUUM'",
            [
                (["scanning heap"], "v.heap_blks_scanned", "v.heap_blks_total", .blocks),
                (["vacuuming heap"], "v.heap_blks_vacuumed", "v.heap_blks_total", .blocks),
            ] + (countsIndexes ? [(["indexes"], "v.indexes_processed", "v.indexes_total", .indexes)] : []))
    }

    private static let analyze = view(
        .analyze, "analyze", command: "'ANALYZE'", [(["acquiring"], "v.sample_blks_scanned", "v.sample_blks_total", .blocks)])

    private static let createIndex = view(
        .createIndex, "create_index", command: "v.command",
        [
            (["waiting for"], "v.lockers_done", "v.lockers_total", .lockers),
            (["loading tuples", "sorting tuples"], "v.tuples_done", "v.tuples_total", .tuples),
            (["scanning"], "v.blocks_done", "v.blocks_total", .blocks),
        ])

    private static let cluster = view(
        .cluster, "cluster", command: "v.command",
        [
            (["seq scanning"], "v.heap_blks_scanned", "v.heap_blks_total", .blocks),
            (["index scanning"], "v.heap_tuples_scanned", "NULL", .tuples),
            (["writing new heap"], "v.heap_tuples_written", "v.heap_tuples_scanned", .tuples),
            (["rebuilding index"], "v.index_rebuild_count", "NULL", .indexes),
        ])

    // The size is 0 where it is not known: from a client, or to anywhere.
    private static let copy = view(
        .copy, "copy", command: "v.command", phase: "v.type",
        [([], "v.bytes_processed", "CASE WHEN v.bytes_total OPERATOR(pg_catalog.>) 0 THEN v.bytes_total END", .bytes)])

    private static let baseBackup = view(
        .baseBackup, "basebackup", database: "NULL", relation: "NULL", command: "'BASE_BACKUP'",
        [(["streaming"], "v.backup_streamed", "v.backup_total", .bytes)])

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<CommandProgress> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            let kind: String = try row.value("kind")
            let unit: String? = try row.optional("unit")
            guard let known = CommandProgress.Kind(rawValue: kind) else {
                throw DecodingFailure(column: "kind", row: row.index, expected: "a kind of command", found: kind)
            }
            return CommandProgress(
                kind: known, pid: try row.value("pid"), database: try row.optional("datname"), relation: try ObjectName(row),
                relationOID: try row.optional("relid"), command: try row.optional("command"), phase: try row.optional("phase"),
                done: try row.optional("done"), aim: try row.optional("aim"), unit: unit.flatMap(CommandProgress.Unit.init),
                started: try row.optional("query_start"))
        }
    }
}

/// A command under way.
public struct CommandProgress: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case vacuum, analyze, cluster, copy
        case createIndex = "create_index"
        case baseBackup = "base_backup"
    }

    public enum Unit: String, Sendable, Hashable, Codable {
        case blocks, bytes, tuples, indexes
        /// Transactions that are waited for.
        case lockers
    }

    public var kind: Kind
    public var pid: Int32
    /// nil for a base backup.
    public var database: String?
    /// nil where it is another database's, and where it is hidden.
    public var relation: ObjectName?
    public var relationOID: UInt32?
    /// `VACUUM`, `CREATE INDEX CONCURRENTLY`, `COPY FROM` ...
    public var command: String?
    /// In the server's words; of a copy what it reads or writes: `FILE`, `PROGRAM`, `PIPE`, `CALLBACK`. nil where it is hidden.
    public var phase: String?
    /// nil in a phase that counts nothing.
    public var done: Int64?
    /// What ``done`` will be at the end of the phase, as far as is known.
    public var aim: Int64?
    public var unit: Unit?
    /// When the command began, seconds since the epoch; nil where it is hidden.
    public var started: Double?

    public init(
        kind: Kind, pid: Int32, database: String? = nil, relation: ObjectName? = nil, relationOID: UInt32? = nil, command: String? = nil,
        phase: String? = nil, done: Int64? = nil, aim: Int64? = nil, unit: Unit? = nil, started: Double? = nil
    ) {
        self.kind = kind
        self.pid = pid
        self.database = database
        self.relation = relation
        self.relationOID = relationOID
        self.command = command
        self.phase = phase
        self.done = done
        self.aim = aim
        self.unit = unit
        self.started = started
    }

    /// Whether all but process and database is for members of its role and of pg_read_all_stats only.
    public var isHidden: Bool { phase == nil }

    /// 0 ... 1 of the phase.
    public var fraction: Double? {
        guard let done, let aim, aim > 0 else { return nil }
        return min(1, max(0, Double(done) / Double(aim)))
    }
}

extension Snapshot {
    public var progress: Reading<LimitedList<CommandProgress>> { self[ProgressProbe.self] }
}
