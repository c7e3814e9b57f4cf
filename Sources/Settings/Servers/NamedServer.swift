internal import PostgresClient

/// One server as the command line or config.toml names it.
struct NamedServer {
    /// What it shall be called; nil leaves that to its address.
    var name: String?
    var connection: CommandLineConnection

    /// Whether it says neither where the server is nor which database, so that a list may say it.
    var leavesServerOpen: Bool {
        !connection.namesServer && ["port", "dbname"].allSatisfy { connection.parameters[$0] == nil }
    }

    /// What the command line names: mostly one server, or none, which is one as well; several where there are several services or
    /// connection strings. What stands beside several of them is meant of each.
    ///
    /// - Parameter databases: as typed: the argument and `-d`.
    static func onCommandLine(
        _ commandLine: CommandLineSettings, services: [String], databases: [String]
    ) throws(SettingsError) -> [NamedServer] {
        let strings = databases.filter { ConnectionParameters.isConnectionString($0) }
        let names = databases.filter { !ConnectionParameters.isConnectionString($0) }
        var each: [CommandLineSettings] = []
        func add(service: String?, database: String?) {
            var one = commandLine
            one.service = service
            one.database = database
            each.append(one)
        }
        if services.count < 2, strings.count < 2, services.isEmpty || strings.isEmpty || !namesServer(strings[0]) {
            guard databases.count < 2 else { throw usage("the database is named twice: \(databases.joined(separator: " and "))") }
            add(service: services.first, database: databases.first)
        } else {
            if let extra = names.dropFirst().first {
                throw usage("\(extra) is a database's name; a server is a --service, a URI or a key=value string")
            }
            if commandLine.host != nil || commandLine.port != nil { throw usage("-h and -p name one server, and there are several") }
            if let name = names.first, !strings.isEmpty {
                throw usage("\(name) stands beside several servers; write the database into each of their connection strings")
            }
            for service in services { add(service: service, database: names.first) }
            for string in strings { add(service: nil, database: string) }
        }
        var servers: [NamedServer] = []
        for (index, one) in each.enumerated() {
            do throws(SettingsError) {
                servers.append(NamedServer(connection: try CommandLineConnection(one)))
            } catch {
                guard each.count > 1 else { throw error }
                throw SettingsError(source: error.source, message: "server \(index + 1): \(error.message)", advice: error.advice)
            }
        }
        return servers
    }

    /// Whether a connection string leads somewhere by itself. One that only adds to a service does not; a malformed one is judged later.
    private static func namesServer(_ string: String) -> Bool {
        var alone = CommandLineSettings()
        alone.database = string
        return (try? CommandLineConnection(alone))?.namesServer ?? true
    }

    private static func usage(_ message: String) -> SettingsError { SettingsError(source: "command line", message: message) }
}
