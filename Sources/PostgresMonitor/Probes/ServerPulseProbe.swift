public import PostgresClient

/// The server's clock, start and role: what tells one series of counters from another, in as few bytes as will do.
public struct ServerPulseProbe: Probe {
    public static let name: ProbeName = "pulse"
    public static let topics: Set<Topic> = [.bar]
    public static let right = Right.execute("pg_catalog.pg_postmaster_start_time()")
    public static let deadline = Duration.seconds(3)

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        // One array is a third of the bytes of four columns.
        Statement(
            """
            SELECT ARRAY[extract(epoch FROM pg_catalog.now()),extract(epoch FROM pg_catalog.clock_timestamp()),\
            extract(epoch FROM pg_catalog.pg_postmaster_start_time())]t,pg_catalog.pg_is_in_recovery() r
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> ServerPulse {
        let row = try rows.only("t")
        let times: [Double] = try row.array("t", count: 3)
        return ServerPulse(unitBegan: times[0], serverTime: times[1], startedAt: times[2], isInRecovery: try row.value("r"))
    }
}

public struct ServerPulse: Sendable, Hashable, Codable {
    /// When the unit of the refresh began at the server, seconds since the epoch.
    public var unitBegan: Double
    /// clock_timestamp() at the server, seconds since the epoch.
    public var serverTime: Double
    /// pg_postmaster_start_time, seconds since the epoch.
    public var startedAt: Double
    public var isInRecovery: Bool

    public init(unitBegan: Double, serverTime: Double, startedAt: Double, isInRecovery: Bool) {
        self.unitBegan = unitBegan
        self.serverTime = serverTime
        self.startedAt = startedAt
        self.isInRecovery = isInRecovery
    }

    /// Seconds since the server started, by its own clock.
    public var uptime: Double { serverTime - startedAt }
}

extension Snapshot {
    public var pulse: Reading<ServerPulse> { self[ServerPulseProbe.self] }
}
