public import PostgresClient

/// Settings that somebody changed from what they come with, and those that wait for a restart (pg_settings).
///
/// Some are shown to members of pg_read_all_settings only, and are missing for all others. What pgdeck's own session sets is told as it
/// would be without it.
public struct ChangedSettingsProbe: Probe {
    public static let name: ProbeName = "changed_settings"
    public static let topics: Set<Topic> = [.settings]
    public static let right = Right.role("pg_read_all_settings")
    public static let interval = ProbeInterval.every(.seconds(60))

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // reset_val is what holds without SET (LOCAL) of this session, whose own marks are the sources client and session.
        Statement(
            """
            SELECT s.name, pg_catalog.left(s.reset_val, 200) AS value, pg_catalog.left(s.boot_val, 200) AS boot_val, s.unit,
              s.source, s.sourcefile, s.sourceline, s.pending_restart,
              pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE') AS sees_all, pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_settings s
            WHERE s.pending_restart OR (s.source OPERATOR(pg_catalog.<>) ALL ('{default,override,client}'::pg_catalog.text[])
              AND coalesce(s.reset_val, '') OPERATOR(pg_catalog.<>) coalesce(s.boot_val, ''))
            ORDER BY NOT s.pending_restart, s.name
            LIMIT \(LimitedList<ChangedSetting>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> ChangedSettings {
        let list = try LimitedList(rows) { row throws(DecodingFailure) in
            let source: String = try row.value("source")
            return ChangedSetting(
                name: try row.value("name"), value: try row.optional("value"), defaultValue: try row.optional("boot_val"),
                unit: try row.optional("unit"), source: source == "session" ? nil : source, file: try row.optional("sourcefile"),
                line: try row.optional("sourceline"), isPendingRestart: try row.value("pending_restart"))
        }
        return ChangedSettings(list: list, seesAll: try rows.first?.value("sees_all") ?? true)
    }
}

public struct ChangedSettings: Sendable, Hashable, Codable {
    /// Those that wait for a restart first, then by name.
    public var list: LimitedList<ChangedSetting>
    /// Whether none is kept from this role; otherwise pg_read_all_settings would show more, and files as well.
    public var seesAll: Bool

    public init(list: LimitedList<ChangedSetting>, seesAll: Bool = true) {
        self.list = list
        self.seesAll = seesAll
    }
}

public struct ChangedSetting: Sendable, Hashable, Codable {
    public var name: String
    /// As it holds for new sessions of this role and database, in ``unit``; at most 200 characters.
    public var value: String?
    /// What the server was compiled with, in ``unit``; at most 200 characters.
    public var defaultValue: String?
    /// `8kB`, `ms`, `min` ...
    public var unit: String?
    /// `configuration file`, `command line`, `database`, `user`, `database user`, `global`, `environment variable`; nil where pgdeck's own
    /// session covers it.
    public var source: String?
    /// For members of pg_read_all_settings only.
    public var file: String?
    public var line: Int?
    /// Whether the file says something else, which holds after a restart.
    public var isPendingRestart: Bool

    public init(
        name: String, value: String?, defaultValue: String? = nil, unit: String? = nil, source: String? = nil, file: String? = nil,
        line: Int? = nil, isPendingRestart: Bool = false
    ) {
        self.name = name
        self.value = value
        self.defaultValue = defaultValue
        self.unit = unit
        self.source = source
        self.file = file
        self.line = line
        self.isPendingRestart = isPendingRestart
    }
}

extension Snapshot {
    public var changedSettings: Reading<ChangedSettings> { self[ChangedSettingsProbe.self] }
}
