public import PostgresClient

/// The status bar's reading: version, start, role, sessions and counters, in one small statement.
///
/// Any role may read all of it: pg_stat_database shows its sums to everybody, unlike pg_stat_activity. Without operators, so that it
/// stays short on the wire; the sums are completed here.
public struct ServerStatusProbe: Query {
    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.version() v,pg_catalog.current_setting('server_version_num') n,
            extract(epoch FROM pg_catalog.pg_postmaster_start_time()) s,extract(epoch FROM pg_catalog.clock_timestamp()) t,
            pg_catalog.pg_is_in_recovery() r,pg_catalog.current_setting('max_connections') m,current_user u,
            pg_catalog.current_setting('is_superuser') su,pg_catalog.sum(d.numbackends) b,pg_catalog.sum(d.xact_commit) xc,
            pg_catalog.sum(d.xact_rollback) xr,pg_catalog.sum(d.blks_hit) h,pg_catalog.sum(d.blks_read) rd,
            extract(epoch FROM pg_catalog.max(d.stats_reset)) sr FROM pg_catalog.pg_stat_database d
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> ServerSample {
        guard let row = rows.first else { throw DecodingFailure(column: "v", row: 0, expected: "a row", found: nil) }
        let committed: Int64 = try row.value("xc")
        let rolledBack: Int64 = try row.value("xr")
        return ServerSample(
            version: try row.value("v"), serverVersion: ServerVersion(number: try row.value("n")), startedAt: try row.value("s"),
            serverTime: try row.value("t"), isInRecovery: try row.value("r"), sessions: try row.value("b"),
            maximumSessions: try row.value("m"), transactions: committed + rolledBack, blocksHit: try row.value("h"),
            blocksRead: try row.value("rd"), statisticsReset: try row.optional("sr"), currentUser: try row.value("u"),
            isSuperuser: try row.value("su", as: String.self) == "on")
    }
}
