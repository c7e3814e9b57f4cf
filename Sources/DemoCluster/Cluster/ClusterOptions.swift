/// How a throw-away server is set up.
public struct ClusterOptions: Sendable {
    /// The folder of initdb, postgres and psql; nil looks for an installed PostgreSQL.
    public var programs: String?
    /// Further lines of postgresql.conf; they win over the built-in ones.
    public var configuration: [String] = []
    /// Lines of pg_hba.conf, ahead of the built-in ones (socket: superuser trust; then the two methods below).
    public var hostBasedAuthentication: [String] = []
    /// The method for the Unix socket, for all but the superuser.
    public var socketMethod = "trust"
    /// The method for 127.0.0.1 and ::1.
    public var loopbackMethod = "scram-sha-256"
    /// listen_addresses; loopback only.
    public var listenAddresses = "127.0.0.1"
    /// initdb's --encoding and --locale.
    public var encoding = "UTF8"
    public var locale = "C"

    public init() {}
}
