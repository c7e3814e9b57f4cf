/// The `.env` file that leads to the demo's server, as a back end would keep it.
struct DemoEnvironment {
    let path: String

    /// Writes the file into the server's temporary folder, readable by this user alone.
    init(for world: DemoWorld) throws {
        path = "\(world.cluster.path)/.env"
        let lines = [
            "# The demo's throw-away server; gone with it.", "DB_USER=\(DemoWorld.reader)", "DB_PASSWORD=\(world.password)",
            "DB_HOST=\(world.cluster.host)", "DB_PORT=\(world.cluster.port)", "DB_NAME=\(DemoWorld.database)",
        ]
        try writeText(lines.joined(separator: "\n") + "\n", to: path, mode: 0o600)
    }
}
