internal import PostgresClient

/// One entry of config.toml's `[[servers]]`, as it was written.
struct ListedServer {
    var name: String?
    var service: String?
    var connection: String?
    let path: String
    let line: Int
    /// Counted from 1.
    let number: Int
    /// What is wrong with it. It counts only where the list does.
    var objection: String?

    /// - Parameter commandLine: its user is meant of each server.
    func named(beside commandLine: CommandLineSettings) throws(SettingsError) -> NamedServer {
        let label = name.map { "server \($0)" } ?? "server \(number)"
        func failure(_ message: String, _ advice: String? = nil) -> SettingsError {
            SettingsError(source: path, line: line, message: "\(label): \(message)", advice: advice)
        }
        if let objection { throw failure(objection) }
        var one = commandLine
        one.service = service
        if let connection {
            guard ConnectionParameters.isConnectionString(connection) else {
                throw failure("connection is a postgresql:// URI or a key=value string")
            }
            one.database = connection
        }
        do throws(SettingsError) {
            var connection = try CommandLineConnection(one, origin: .configFile(path: path, line: line))
            connection.refusePassword(in: path, line: line, of: label)
            return NamedServer(name: name, connection: connection)
        } catch {
            throw failure(error.message, error.advice)
        }
    }
}
