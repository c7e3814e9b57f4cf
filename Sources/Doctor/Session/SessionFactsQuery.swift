internal import PostgresClient

/// What a session tells of its server and its role, in one statement that any role may send.
struct SessionFacts: Sendable {
    let version: String
    let isInRecovery: Bool
    let isReadOnlyByDefault: Bool
    let backendPID: Int32
    let isSuperuser: Bool
    let mayMonitor: Bool
    let mayReadStatistics: Bool
    /// -1 is without a limit.
    let connectionLimit: Int
    let validUntil: Timestamp?
    /// Where the server itself listens; nil over a socket.
    let serverAddress: String?
    let serverPort: Int?
    /// `scram-sha-256:lectura`; from 16 on, nil where nothing was asked for.
    let systemUser: String?
}

struct SessionFactsQuery: Query {
    func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.version() AS version, pg_catalog.pg_is_in_recovery() AS recovery,
                   pg_catalog.current_setting('default_transaction_read_only') AS read_only,
                   pg_catalog.pg_backend_pid() AS pid, r.rolsuper AS superuser, r.rolconnlimit AS connection_limit,
                   pg_catalog.pg_has_role('pg_monitor', 'USAGE') AS monitor,
                   pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') AS statistics,
                   extract(epoch FROM r.rolvaliduntil) AS valid_until,
                   pg_catalog.host(pg_catalog.inet_server_addr()) AS address, pg_catalog.inet_server_port() AS port,
                   \(server.major >= 16 ? "SYSTEM_USER" : "NULL::pg_catalog.text") AS system_user
            FROM pg_catalog.pg_roles r WHERE r.rolname OPERATOR(pg_catalog.=) session_user
            """)
    }

    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> SessionFacts {
        guard let row = rows.first else { throw DecodingFailure(column: "version", row: 0, expected: "a row", found: nil) }
        return SessionFacts(
            version: try row.value("version"), isInRecovery: try row.value("recovery"),
            isReadOnlyByDefault: try row.value("read_only", as: String.self) == "on", backendPID: try row.value("pid"),
            isSuperuser: try row.value("superuser"), mayMonitor: try row.value("monitor"), mayReadStatistics: try row.value("statistics"),
            connectionLimit: try row.value("connection_limit"), validUntil: try row.optional("valid_until"),
            serverAddress: try row.optional("address"), serverPort: try row.optional("port"), systemUser: try row.optional("system_user"))
    }
}

/// One round trip's worth: who serves it, and what time it is there.
struct RoundTripQuery: Query {
    struct Answer: Sendable {
        let backendPID: Int32
        let serverTime: Timestamp
    }

    func statement(on server: ServerVersion) -> Statement {
        Statement("SELECT pg_catalog.pg_backend_pid() AS pid, extract(epoch FROM pg_catalog.clock_timestamp()) AS now")
    }

    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Answer {
        guard let row = rows.first else { throw DecodingFailure(column: "pid", row: 0, expected: "a row", found: nil) }
        return Answer(backendPID: try row.value("pid"), serverTime: try row.value("now"))
    }
}
