public import PostgresClient
public import PostgresMonitor

/// What concerns `pgdeck serve` and `pgdeck status` besides the way to the server.
public struct ServeSettings: Sendable {
    /// Where config.toml says to listen, as it is written there.
    public var listen: String?
    /// PGDECK_TOKEN of the environment, else config.toml's; never the command line's, which everybody can read.
    public var token: Secret?
    /// Between two refreshes: the command line's, else config.toml's, else 2 s.
    public var refresh: Duration
    /// config.toml's `[alerts]`.
    public var alerts: AlertRules

    /// As ``Settings/load(_:environment:workingDirectory:home:)``. What is wrong with config.toml is told by whoever loads the connection.
    public static func load(_ commandLine: CommandLineSettings, environment: [String: String], home: String?) -> ServeSettings {
        let config = ConfigFile(in: ConfigFile.folder(environment: environment, home: home))
        let token = environment["PGDECK_TOKEN"].flatMap { $0.isEmpty ? nil : Secret($0) }
        return ServeSettings(
            listen: config.serveListen, token: token ?? config.serveToken, refresh: commandLine.refresh ?? config.refresh ?? .seconds(2),
            alerts: config.alerts.rules)
    }
}
