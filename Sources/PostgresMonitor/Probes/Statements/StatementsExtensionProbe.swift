public import PostgresClient

/// Whether the session's database has the extension pg_stat_statements, where, and whether the server has loaded its library. Anyone may
/// read it.
public struct StatementsExtensionProbe: Probe {
    public static let name: ProbeName = "statements_extension"
    public static let topics: Set<Topic> = [.statements]
    public static let right = Right.select("pg_catalog.pg_extension")
    public static let interval = ProbeInterval.every(.seconds(60))

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // Its settings exist only where the library is loaded.
        Statement(
            """
            SELECT pg_catalog.current_database() AS database, current_user AS role, pg_catalog.quote_ident(n.nspname) AS schema,
              e.extversion, pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS usable,
              pg_catalog.current_setting('pg_stat_statements.max', true) IS NOT NULL AS loaded
            FROM (SELECT) one
              LEFT JOIN pg_catalog.pg_extension e ON e.extname OPERATOR(pg_catalog.=) 'pg_stat_statements'
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) e.extnamespace
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> StatementsExtension {
        let row = try rows.only("database")
        return StatementsExtension(
            database: try row.value("database"), role: try row.value("role"), quotedSchema: try row.optional("schema"),
            mayUseSchema: try row.optional("usable") ?? false, version: try row.optional("extversion"),
            isLoaded: try row.value("loaded"))
    }
}

public struct StatementsExtension: Sendable, Hashable, Codable {
    /// The session's.
    public var database: String
    /// current_user.
    public var role: String
    /// The extension's schema, quoted for SQL where it must be; nil where it is not installed in ``database``.
    public var quotedSchema: String?
    /// Whether ``role`` has USAGE on that schema.
    public var mayUseSchema: Bool
    /// `1.10` ...; nil where it is not installed.
    public var version: String?
    /// Whether it is in shared_preload_libraries, without which nothing is counted.
    public var isLoaded: Bool

    public init(
        database: String, role: String, quotedSchema: String?, mayUseSchema: Bool = true, version: String?, isLoaded: Bool
    ) {
        self.database = database
        self.role = role
        self.quotedSchema = quotedSchema
        self.mayUseSchema = mayUseSchema
        self.version = version
        self.isLoaded = isLoaded
    }

    /// What keeps statements from being told, and what to do; nil where nothing does.
    public var obstacle: String? {
        switch (isLoaded, version) {
        case (false, _): "pg_stat_statements is not loaded: add it to shared_preload_libraries and restart the server"
        case (true, nil): "pg_stat_statements is not installed in database \(database): CREATE EXTENSION pg_stat_statements there"
        case (true, let version?) where !hasPlanningTimes(version):
            "pg_stat_statements \(version) is older than this server: ALTER EXTENSION pg_stat_statements UPDATE in database \(database)"
        case (true, _?):
            mayUseSchema ? nil : quotedSchema.map { "not permitted: \(Right.usage(schema: $0).grant(to: role))" }
        }
    }

    /// 1.8, which came with 13, renamed the times; a server brought up from 12 keeps 1.7 until it is updated.
    private func hasPlanningTimes(_ version: String) -> Bool {
        let numbers = version.split(separator: ".").map { Int($0) ?? 0 }
        return !numbers.lexicographicallyPrecedes([1, 8])
    }
}

extension Snapshot {
    public var statementsExtension: Reading<StatementsExtension> { self[StatementsExtensionProbe.self] }
}
