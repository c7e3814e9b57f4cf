public import PostgresClient

/// What hardly ever changes while a server runs; anyone may read it.
public struct ServerFactsProbe: Probe {
    public static let name: ProbeName = "server"
    public static let topics: Set<Topic> = [.bar]
    public static let right = Right.execute("pg_catalog.version()")
    public static let interval = ProbeInterval.every(.seconds(300))

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT pg_catalog.version() v,pg_catalog.current_setting('server_version_num') n,
            pg_catalog.current_setting('max_connections') m,pg_catalog.current_setting('superuser_reserved_connections') s,
            pg_catalog.current_setting('is_superuser') u,current_user r,pg_catalog.current_database() d,
            pg_catalog.current_setting('cluster_name') c,pg_catalog.current_setting('block_size') b
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> ServerFacts {
        let row = try rows.only("v")
        return ServerFacts(
            version: try row.value("v"), serverVersion: ServerVersion(number: try row.value("n")), maximumSessions: try row.value("m"),
            reservedSessions: try row.value("s"), isSuperuser: try row.value("u", as: String.self) == "on", role: try row.value("r"),
            database: try row.value("d"), clusterName: try row.value("c"), blockSize: try row.value("b"))
    }
}

public struct ServerFacts: Sendable, Hashable, Codable {
    /// select version(), the plain string.
    public var version: String
    public var serverVersion: ServerVersion
    /// max_connections.
    public var maximumSessions: Int
    /// superuser_reserved_connections.
    public var reservedSessions: Int
    public var isSuperuser: Bool
    /// current_user.
    public var role: String
    public var database: String
    /// cluster_name; empty where none was given.
    public var clusterName: String
    /// Bytes.
    public var blockSize: Int

    public init(
        version: String, serverVersion: ServerVersion, maximumSessions: Int, reservedSessions: Int = 3, isSuperuser: Bool, role: String,
        database: String, clusterName: String = "", blockSize: Int = 8192
    ) {
        self.version = version
        self.serverVersion = serverVersion
        self.maximumSessions = maximumSessions
        self.reservedSessions = reservedSessions
        self.isSuperuser = isSuperuser
        self.role = role
        self.database = database
        self.clusterName = clusterName
        self.blockSize = blockSize
    }
}

extension Snapshot {
    public var facts: Reading<ServerFacts> { self[ServerFactsProbe.self] }
}
