/// A throw-away PostgreSQL with a small world in it, and the `.env` file that leads there as the read-only role `lectura`.
///
/// Needs PostgreSQL's server programs on this machine; they may belong to any installed version from 13 on.
public final class Demo: Sendable {
    /// The path of the `.env` file: DB_USER, DB_PASSWORD, DB_HOST, DB_PORT, DB_NAME.
    public let environmentFile: String
    /// The server, for whoever wants to stop and start it under the dashboard.
    public let cluster: ThrowawayCluster
    private let load: DemoLoad

    /// Stops and deletes what killed demos of this user have left. Returns the folders that are gone.
    public static func cleanUpLeftovers() -> [String] { LeftoverClusters.remove() }

    /// Makes and starts everything: four to eight seconds. `log` is told of each step, in a few words. `programs` names the folder of
    /// initdb, postgres and psql; nil looks for an installed PostgreSQL.
    public init(programs: String? = nil, log: (String) -> Void) throws {
        log("a throw-away PostgreSQL server")
        var options = ClusterOptions()
        options.programs = programs
        options.configuration = ["wal_level = minimal", "max_wal_senders = 0", "max_wal_size = '1GB'"]
        cluster = try ThrowawayCluster(options)
        do {
            let world = DemoWorld(cluster: cluster)
            try world.build(log: log)
            environmentFile = try DemoEnvironment(for: world).path
            load = try DemoLoad(on: cluster)
        } catch {
            cluster.remove()
            throw error
        }
    }

    /// Ends the load, stops the server, deletes the folder. May be called twice.
    public func stop() {
        load.stop()
        cluster.remove()
    }

    deinit { stop() }
}
